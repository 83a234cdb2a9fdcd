package org.comity.casework.delivery;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.casework.Drafts;
import org.comity.casework.PreparedActs;
import org.comity.casework.ReadByOthers;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.evidence.ItemArrived;
import org.comity.evidence.ItemMatched;
import org.comity.procedure.CustodySteps;
import org.comity.procedure.Draft;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.procedure.form.FieldBroken;
import org.comity.procedure.form.Found;
import org.comity.procedure.form.Items;
import org.comity.proof.act.Act;
import org.comity.thread.ActFollower;
import org.comity.thread.ActRegistered;
import org.comity.thread.Threads;
import org.comity.ui.LivePages;
import org.comity.ui.Words;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Once everything that an act delivered to us was opened whole, the act that says so is filled in: what was found, with
 * hashes and times. An officer presses once, and approves.
 */
@Component
class PreparingMatch implements PreparedActs, ActFollower {

    private static final int MOST = 20;

    private final PreparedRows rows;
    private final FindingDelivered finding;
    private final Threads threads;
    private final Requests requests;
    private final Drafts drafts;
    private final Directory directory;
    private final Words words;
    private final LivePages live;
    private final Clock clock;

    // More than eight: what was found becomes a draft, in the words of both languages, and open pages are told.
    PreparingMatch(
            PreparedRows rows,
            FindingDelivered finding,
            Threads threads,
            Requests requests,
            Drafts drafts,
            Directory directory,
            Words words,
            LivePages live,
            Clock clock) {
        this.rows = rows;
        this.finding = finding;
        this.threads = threads;
        this.requests = requests;
        this.drafts = drafts;
        this.directory = directory;
        this.words = words;
        this.live = live;
        this.clock = clock;
    }

    @EventListener
    void arrived(ItemArrived event) {
        threads.find(event.thread()).ifPresent(it -> look(it, event.act()::equals));
    }

    /** What came on a disk has no arrival; of what has one, the end of its arrival is told as well. */
    @EventListener
    void matched(ItemMatched event) {
        threads.find(event.thread()).ifPresent(it -> {
            look(it, _ -> true);
            live.changed("requests", it.reference());
        });
    }

    @Override
    public String name() {
        return "prepared";
    }

    @Override
    public void registered(ActRegistered event) {
        var delivered = Delivered.in(event.state());
        if (delivered.isPresent() && event.thread().ourRole() == Role.REQUESTING) {
            if (event.ours() && !event.entry().entry().effective()) {
                saidNothing(event.act());
            }
            look(event.thread(), delivered.get(), _ -> true);
        }
    }

    /** Registered without effect: while the delivery is open, the act is to be said again. */
    private void saidNothing(Act act) {
        var delivery = act.envelope().facts().getOrDefault(CustodySteps.DELIVERY, "");
        var draft = drafts.ofAct(act.id()).map(Draft::id);
        rows.lock(delivery)
                .filter(it -> draft.isPresent() && draft.get().equals(it.draft()))
                .ifPresent(it -> rows.draft(delivery, null));
    }

    private void look(Threads.Thread thread, Predicate<String> about) {
        if (thread.ourRole() == Role.REQUESTING) {
            Delivered.in(thread.state()).ifPresent(it -> look(thread, it, about));
        }
    }

    /** @param about the deliveries of which something changed */
    private void look(Threads.Thread thread, Delivered delivered, Predicate<String> about) {
        rows.inTurn(thread.id());
        rows.ofThread(thread.id(), Delivered.MOST_OPEN).stream()
                .filter(it -> !delivered.unmatched().contains(it.delivery()))
                .forEach(it -> rows.forget(it.delivery()));
        for (var each : delivered.unmatched().stream().filter(about).toList()) {
            finding.verdict(thread.id(), each)
                    .ifPresentOrElse(it -> rows.put(each, thread.id(), it, clock.instant()), () -> rows.forget(each));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Waiting waiting(Set<String> hidden) {
        var oldest = rows.oldest(hidden, MOST + 1);
        return new Waiting(prepared(oldest.stream().limit(MOST).toList()), oldest.size() > MOST);
    }

    @Override
    public Map<String, String> first(Collection<String> threads) {
        return threads.isEmpty()
                ? Map.of()
                : rows.first(threads).stream()
                        .collect(Collectors.toMap(PreparedRows.Row::thread, PreparedRows.Row::type));
    }

    @Override
    public List<String> types(String thread) {
        return rows.ofThread(thread, MOST).stream()
                .filter(it -> !it.sent())
                .map(PreparedRows.Row::type)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Prepared> about(String act) {
        return prepared(rows.find(act).stream().toList()).stream().findFirst();
    }

    @Transactional(readOnly = true)
    List<Prepared> ofThread(String thread) {
        return prepared(rows.ofThread(thread, MOST));
    }

    /** What was sent waits for its entry, and is not offered again. */
    private List<Prepared> prepared(List<PreparedRows.Row> found) {
        var left = found.stream().filter(it -> !it.sent()).toList();
        var threads = left.stream().map(PreparedRows.Row::thread).distinct().toList();
        var listed =
                requests.ofThreads(threads).stream().collect(Collectors.toMap(RequestRow::thread, Function.identity()));
        return left.stream()
                .flatMap(it -> Stream.ofNullable(listed.get(it.thread())).map(request -> prepared(it, request)))
                .toList();
    }

    private static Prepared prepared(PreparedRows.Row row, RequestRow request) {
        return new Prepared(
                row.thread(), request.address(), row.delivery(), request.law(), row.type(), row.at(), row.written());
    }

    /** Written and made final in one press; what is left is the officer's approval. */
    @Transactional
    Draft write(RequestRow request, String delivery, Official by) {
        var row = rows.lock(delivery)
                .filter(it -> it.thread().equals(request.thread()))
                .orElseThrow(() -> new FieldBroken("delivery", "not-here", request.reference()));
        if (row.draft() != null && (row.sent() || row.written() != null)) {
            return drafts.get(row.draft());
        }
        var found = finding.find(request.thread(), delivery);
        var body = new HashMap<String, Object>();
        body.put(Found.KEY, Found.json(found));
        body.put("text", row.type().equals(CustodySteps.NOT_MATCHED) ? differs(request, found) : "");
        var facts = new HashMap<>(
                Items.of(found.stream().map(Found::manifest).toList()).facts());
        facts.put(CustodySteps.DELIVERY, delivery);
        var draft = drafts.start(
                request.procedure(), row.type(), Role.REQUESTING, request.counterpart(), request.thread(), body, by);
        var saved = drafts.save(draft.id(), draft.version(), body, Map.copyOf(facts), by);
        rows.draft(delivery, draft.id());
        return drafts.submit(saved.id(), saved.version(), by);
    }

    /** In a language that the other State reads. */
    private String differs(RequestRow request, List<Found> found) {
        var language = ReadByOthers.language(GoneParticipant.shown(directory, request.counterpart()));
        long other =
                found.stream().filter(it -> it.result() != Found.Result.MATCHED).count();
        return words.say(language, "delivery.prepared.differs", "n", other, "of", found.size());
    }
}
