package org.comity.seat;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.casework.JointFromSeats;
import org.comity.directory.Directory;
import org.comity.paper.TypedValues;
import org.comity.procedure.ActForms;
import org.comity.procedure.RequestRow;
import org.comity.proof.act.Act;
import org.comity.proof.act.Envelope;
import org.comity.proof.seal.Container;
import org.comity.thread.ActsRecordedForOthers;
import org.comity.thread.JointThreads;
import org.comity.thread.RecordedChannels;
import org.comity.thread.Threads;
import org.comity.ui.Choice;
import org.comity.ui.Language;
import org.comity.ui.ListPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What this node has recorded for an authority, and what the authority says of it: that an act was not its own, or that it has
 * a node of its own now and stands by the rest (R150, R158).
 */
@Component
@Transactional
class SeatRecords {

    private static final int MOST = 200;
    private static final int LONGEST = 2_000;
    private static final String PLACE = "~";

    /** Begins the place of a page of joint threads; that of another is a cursor of requests, which has no such sign. */
    private static final String JOINT = "joint~";

    private static final ActsRecordedForOthers.Also KEYS = new ActsRecordedForOthers.Also(SeatProcedure.ID, "give");

    private final SpeakingFromSeats speaking;
    private final JointFromSeats joint;
    private final MakingSeatActs making;
    private final Threads threads;
    private final JointThreads jointThreads;
    private final ActsRecordedForOthers recorded;
    private final Directory directory;
    private final WaitingForPasskeys waiting;

    SeatRecords(
            SpeakingFromSeats speaking,
            JointFromSeats joint,
            MakingSeatActs making,
            Threads threads,
            JointThreads jointThreads,
            ActsRecordedForOthers recorded,
            Directory directory,
            WaitingForPasskeys waiting) {
        this.speaking = speaking;
        this.joint = joint;
        this.making = making;
        this.threads = threads;
        this.jointThreads = jointThreads;
        this.recorded = recorded;
        this.directory = directory;
        this.waiting = waiting;
    }

    /**
     * Newest first, 200 at a time: what was said in its name, and each key that was given to a person of it.
     *
     * @param before the place of the last act of the page before, or empty
     * @param marked acts that stand on the page, whichever it is
     */
    @Transactional(readOnly = true)
    SeatPagesView.RecordedPage page(SeatOfPerson seat, String before, List<String> marked, Locale locale) {
        if (!seat.confirmed()) throw SeatRefused.unknown();
        var found = ListPage.of(recorded.of(seat.authority(), KEYS, place(before), MOST + 1), MOST);
        var shown = found.rows().stream().map(it -> it.envelope().id()).collect(Collectors.toSet());
        var acts = Stream.concat(
                        marked.stream().filter(it -> !shown.contains(it)).flatMap(it -> named(seat, it).stream()),
                        found.rows().stream().map(it -> new Act(it.envelope(), it.body())))
                .map(it -> line(it, locale))
                .toList();
        var last = found.next(ActsRecordedForOthers.Recorded::place);
        return new SeatPagesView.RecordedPage(acts, last == null ? "" : last.at() + PLACE + last.act());
    }

    private static ActsRecordedForOthers.@Nullable Place place(String typed) {
        var parts = typed.split(PLACE, 2);
        if (parts.length < 2) return null;
        try {
            return new ActsRecordedForOthers.Place(Instant.parse(parts[0]), parts[1]);
        } catch (DateTimeParseException wrong) {
            throw SeatRefused.unknown();
        }
    }

    /**
     * The threads that it was in at this node, as files, with how each is called (R156), 50 at a time: those of two, then joint ones.
     *
     * @param after where the page before said that this one begins, or empty
     */
    @Transactional(readOnly = true)
    SeatPagesView.Files files(SeatOfPerson seat, String after, Language language) {
        if (!seat.confirmed()) throw SeatRefused.unknown();
        if (after.startsWith(JOINT)) {
            var page = joint.page(seat.authority(), after.replaceFirst(JOINT, ""), language);
            var taken = page.lines().stream()
                    .filter(it -> taken(seat, it.thread()))
                    .map(it -> file(it.thread(), it.reference()))
                    .toList();
            return new SeatPagesView.Files(taken, page.older().isEmpty() ? "" : JOINT + page.older());
        }
        var page = speaking.page(seat, after.isEmpty() ? null : after);
        var files = page.rows().stream()
                .map(it -> file(it.thread(), it.reference()))
                .toList();
        if (page.cursor() != null) return new SeatPagesView.Files(files, page.cursor());
        var joint = files(seat, JOINT, language);
        return new SeatPagesView.Files(
                Stream.concat(files.stream(), joint.files().stream()).toList(), joint.older());
    }

    private static Choice file(String thread, String reference) {
        return Choice.of(SeatPagesView.Line.path(thread) + "/thread.zip", reference);
    }

    /** Whether it was in that joint thread at us, and not only asked to be. */
    @Transactional(readOnly = true)
    boolean taken(SeatOfPerson seat, String thread) {
        return seat.confirmed()
                && jointThreads
                        .shownAtUs(thread, seat.authority())
                        .filter(it -> it.from() > 0)
                        .isPresent();
    }

    /** The document of an act that was recorded for the authority, as it lies in the sealed container (R157). */
    @Transactional(readOnly = true)
    byte[] pdf(SeatOfPerson seat, String act) {
        if (!seat.confirmed() || named(seat, act).isEmpty()) throw SeatRefused.unknown();
        return threads.container(act)
                .or(() -> jointThreads.container(act))
                .map(it -> Container.read(it).files().get("act.pdf"))
                .orElseThrow(SeatRefused::unknown);
    }

    /** An act that is registered and was said in the authority's name here, or that gave a key to a person of it. */
    private Optional<Act> named(SeatOfPerson seat, String act) {
        return threads.act(act)
                .filter(it -> it.n() != null && it.ours())
                .filter(it -> it.envelope().addressee().equals(seat.authority()))
                .filter(it -> gives(it.envelope())
                        || it.envelope().facts().containsKey(RecordedChannels.FACT)
                                && it.envelope()
                                        .facts()
                                        .getOrDefault("speaker", seat.authority())
                                        .equals(seat.authority()))
                .map(it -> new Act(it.envelope(), it.body()))
                .or(() -> jointThreads
                        .act(act)
                        .filter(it -> it.entry() != null && it.speaker().equals(seat.authority()))
                        .filter(it -> it.envelope().facts().containsKey(RecordedChannels.FACT))
                        .filter(it ->
                                it.envelope().author().equals(directory.self().id()))
                        .map(it -> new Act(it.envelope(), Objects.requireNonNullElse(it.body(), Map.of()))));
    }

    private static boolean gives(Envelope act) {
        return act.procedure().equals(KEYS.procedure()) && act.type().equals(KEYS.type());
    }

    /** What wants another passkey. */
    @Transactional(readOnly = true)
    List<SeatPagesView.Waits> waiting(SeatOfPerson seat, Locale locale) {
        return seat.confirmed() && seat.thread() != null ? waiting.in(seat, seat.thread(), locale) : List.of();
    }

    private SeatPagesView.Recorded line(Act act, Locale locale) {
        var envelope = act.envelope();
        var person = envelope.facts().getOrDefault("person", "");
        var headline = making.headline(act, locale);
        var reference = envelope.joint()
                ? joint.reference(envelope.thread())
                : threads.find(envelope.thread())
                        .filter(it -> !it.procedure().equals(SeatProcedure.ID))
                        .map(Threads.Thread::reference)
                        .orElse("");
        return new SeatPagesView.Recorded(
                act.id(),
                reference,
                person.isEmpty() ? headline : headline + ": " + person,
                envelope.time(),
                envelope.facts().get(RecordedChannels.FACT));
    }

    /** @return the id of the act, as it is shown before it is signed */
    String contest(SeatOfPerson seat, List<String> acts, String why) {
        var marked = marked(seat, acts);
        if (marked.isEmpty()) throw SeatRefused.missing("acts");
        if (why.isBlank() || why.length() > LONGEST) throw SeatRefused.missing("text");
        var facts = Map.of("about", Objects.requireNonNull(seat.act()));
        return speaking.ofItsKeys(seat, "contest", new ActForms.Written(Map.of("acts", marked, "text", why), facts));
    }

    /** What was typed for an act of the authority's that is not sent yet; nothing where there is none. */
    @Transactional(readOnly = true)
    TypedValues typed(SeatOfPerson seat, String act) {
        if (act.isEmpty()) return new TypedValues(Map.of());
        var body = Act.read(speaking.draft(seat, act).json()).body();
        var acts = body.get("acts") instanceof List<?> marked
                ? marked.stream().map(Object::toString).toList()
                : List.<String>of();
        return new TypedValues(Map.of(
                "acts", acts, "text", List.of(body.getOrDefault("text", "").toString())));
    }

    /** For each thread, the register as the authority was shown it; and the acts that it does not recognise. */
    String adopt(SeatOfPerson seat, List<String> acts, String why) {
        if (why.length() > LONGEST) throw SeatRefused.missing("text");
        var body = new TreeMap<String, Object>();
        body.put("acts", marked(seat, acts));
        body.put("registers", registers(seat));
        body.put("text", why);
        return speaking.ofItsKeys(seat, "adopt", new ActForms.Written(body, Map.of()));
    }

    private List<String> registers(SeatOfPerson seat) {
        var all = new TreeSet<String>();
        for (RequestRow row : speaking.every(seat)) {
            long n = threads.find(row.thread()).orElseThrow().lastEntry();
            threads.entry(row.thread(), n)
                    .ifPresent(
                            it -> all.add(row.thread() + " " + it.entry().seen().fact()));
        }
        joint.threads(seat.authority()).forEach(it -> all.add(it + " " + joint.seen(it, seat.authority())));
        return List.copyOf(all);
    }

    /** Each is looked at itself, on whichever page it stood: nobody contests what was not said in the authority's name. */
    private List<String> marked(SeatOfPerson seat, List<String> acts) {
        var marked = List.copyOf(new TreeSet<>(acts));
        if (!seat.confirmed() || marked.size() > MOST) throw SeatRefused.missing("acts");
        if (!marked.stream().allMatch(it -> named(seat, it).isPresent())) throw SeatRefused.missing("acts");
        return marked;
    }
}
