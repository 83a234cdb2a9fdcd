package org.comity.casework.requests;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.comity.casework.WorkingMessages;
import org.comity.casework.WorkingMessages.Message;
import org.comity.casework.WorkingMessages.Stretch;
import org.comity.casework.requests.ThreadView.ActLine;
import org.comity.exchange.Exchange;
import org.comity.exchange.Exchange.Status;
import org.comity.procedure.RequestRow;
import org.comity.thread.Threads;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads a request as the other State has it: what is in the register and has reached them, and nothing of ours beside. */
@Component
class ReadingTheirSide {

    private static final Set<Status> NOT_THERE = Set.of(Status.HELD, Status.QUEUED, Status.GIVEN_UP, Status.RECALLED);

    private final ReadingThread reading;
    private final Threads threads;
    private final WorkingMessages messages;
    private final Exchange exchange;

    ReadingTheirSide(ReadingThread reading, Threads threads, WorkingMessages messages, Exchange exchange) {
        this.reading = reading;
        this.threads = threads;
        this.messages = messages;
        this.exchange = exchange;
    }

    @Transactional
    TheirSideView read(RequestRow row, int before, Official by, Locale language) {
        var whole = reading.read(row, before, by, language);
        var acts = whole.acts().stream().filter(it -> there(it, whole)).toList();
        var written = messages.before(row.thread(), WorkingMessages.NEWEST).messages();
        var arrived = arrived(written, whole);
        boolean opened = threads.opening(row.thread())
                .filter(it -> it.n() != null && arrived(it.id(), it.ours(), whole))
                .isPresent();
        return new TheirSideView(
                whole.shared(neutral(row), acts, opened),
                new Stretch(arrived, 0, false),
                opened,
                whole.acts().size() - acts.size(),
                written.size() - arrived.size());
    }

    /** What is not in the register yet binds nobody, and is not counted as theirs. */
    private boolean there(ActLine act, ThreadView whole) {
        return act.n() != null && (act.recorded() != null || arrived(act.id(), act.ours(), whole));
    }

    private boolean arrived(String act, boolean ours, ThreadView whole) {
        if (!ours) return true;
        var letter = whole.letterOf(act);
        if (letter != null) return letter.left();
        return !NOT_THERE.contains(exchange.sending(act).status());
    }

    /** A message is the newest of ours that was written by the time at which it was handed over to be sent. */
    private List<Message> arrived(List<Message> written, ThreadView whole) {
        if (!whole.other().hasNode() || written.stream().noneMatch(Message::ours)) return written;
        var unsent = new HashSet<Message>();
        for (var handedOver :
                exchange.unsentMessages(whole.other().id(), whole.row().thread())) {
            written.reversed().stream()
                    .filter(it -> it.ours() && !it.time().isAfter(handedOver) && !unsent.contains(it))
                    .findFirst()
                    .ifPresent(unsent::add);
        }
        var arrived = new ArrayList<>(written);
        arrived.removeAll(unsent);
        return List.copyOf(arrived);
    }

    /** Without whose turn it is here, our aim, our owner and what we were told of our own sending. */
    private static RequestRow neutral(RequestRow row) {
        return new RequestRow(
                row.thread(),
                row.reference(),
                row.procedure(),
                row.counterpart(),
                row.ourRole(),
                row.subject(),
                row.state(),
                row.until(),
                RequestRow.Turn.NOBODY,
                null,
                row.openedAt(),
                row.changedAt(),
                null,
                false,
                row.emergency(),
                row.confidential(),
                row.channel(),
                null,
                null,
                row.disputed(),
                row.ourCase(),
                row.theirCase(),
                null,
                row.subjects(),
                row.author(),
                row.shared(),
                false,
                null,
                null,
                row.drill());
    }
}
