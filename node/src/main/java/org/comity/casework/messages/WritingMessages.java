package org.comity.casework.messages;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.comity.casework.Search;
import org.comity.casework.SearchIndex;
import org.comity.casework.WorkingMessages;
import org.comity.directory.Directory;
import org.comity.exchange.Exchange;
import org.comity.exchange.MessageArrived;
import org.comity.ledger.Ledger;
import org.comity.thread.Threads;
import org.comity.ui.LivePages;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes to the other desk, and keeps what comes from it. */
@Component
class WritingMessages implements WorkingMessages {

    private static final int LONGEST = 4000;

    private final MessageLines lines;
    private final SearchIndex search;
    private final Threads threads;
    private final Exchange exchange;
    private final Directory directory;
    private final Ledger ledger;
    private final LivePages live;
    private final Clock clock;

    WritingMessages(
            MessageLines lines,
            SearchIndex search,
            Threads threads,
            Exchange exchange,
            Directory directory,
            Ledger ledger,
            LivePages live,
            Clock clock) {
        this.lines = lines;
        this.search = search;
        this.threads = threads;
        this.exchange = exchange;
        this.directory = directory;
        this.ledger = ledger;
        this.live = live;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void write(String thread, String text, Official by) {
        var plain = text.strip();
        if (plain.isEmpty() || plain.length() > LONGEST) {
            throw new MessageRefused(plain.isEmpty() ? "empty" : "too-long");
        }
        var known = threads.find(thread).orElseThrow(() -> new MessageRefused("no-thread"));
        if (stayed(thread)) {
            throw new MessageRefused("not-left");
        }
        add(thread, directory.self().id(), plain, clock.instant(), true);
        exchange.message(thread, known.counterpart(), plain);
        ledger.record(by, "message.written", thread, Map.of());
    }

    /** The other State cannot have a request of ours that is held or was recalled. */
    private boolean stayed(String thread) {
        return threads.opening(thread)
                .filter(it -> it.ours() && it.n() == null)
                .filter(it -> it.recalled() != null
                        || it.heldUntil() != null && it.heldUntil().isAfter(clock.instant()))
                .isPresent();
    }

    @Override
    public List<Numbered> numbered(String thread, @Nullable Long after) {
        return after == null ? lines.newest(thread) : lines.after(thread, after);
    }

    @Override
    public Stretch before(String thread, long id) {
        return lines.before(thread, id);
    }

    @Override
    public Stretch upTo(String thread, String place) {
        var parts = place.split("/", 2);
        if (parts.length < 2) return lines.before(thread, NEWEST);
        try {
            var id = lines.id(thread, parts[0], Instant.parse(parts[1]));
            return lines.before(thread, id.isPresent() ? id.getAsLong() + 1 : NEWEST);
        } catch (DateTimeParseException e) {
            return lines.before(thread, NEWEST);
        }
    }

    @Override
    public void every(String thread, Consumer<Message> each) {
        lines.every(thread, each);
    }

    @EventListener
    void arrived(MessageArrived message) {
        if (add(message.thread(), message.from(), message.text(), message.time(), false)) {
            live.changed("messages", message.thread());
        }
    }

    private boolean add(String thread, String from, String text, Instant at, boolean ours) {
        // As its row holds it, so that the search leads to it.
        var time = at.truncatedTo(ChronoUnit.MICROS);
        boolean added = lines.add(thread, from, text, time, ours);
        if (added) search.said(thread, Search.Kind.MESSAGE, from + "/" + time, time, text, List.of());
        return added;
    }

    static final class MessageRefused extends RuleBroken {
        MessageRefused(String why) {
            super("message." + why, Map.of(), why.equals("empty") || why.equals("too-long") ? "text" : "");
        }
    }
}
