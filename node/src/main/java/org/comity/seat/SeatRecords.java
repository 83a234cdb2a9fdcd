package org.comity.seat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.comity.casework.JointFromSeats;
import org.comity.paper.TypedValues;
import org.comity.procedure.ActForms;
import org.comity.procedure.RequestRow;
import org.comity.proof.act.Act;
import org.comity.proof.seal.Container;
import org.comity.thread.JointThreadExport;
import org.comity.thread.JointThreads;
import org.comity.thread.Threads;
import org.comity.ui.Choice;
import org.comity.ui.Language;
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

    private final SpeakingFromSeats speaking;
    private final JointFromSeats joint;
    private final MakingSeatActs making;
    private final Threads threads;
    private final JointThreads jointThreads;
    private final JointThreadExport joints;
    private final WaitingForPasskeys waiting;

    SeatRecords(
            SpeakingFromSeats speaking,
            JointFromSeats joint,
            MakingSeatActs making,
            Threads threads,
            JointThreads jointThreads,
            JointThreadExport joints,
            WaitingForPasskeys waiting) {
        this.speaking = speaking;
        this.joint = joint;
        this.making = making;
        this.threads = threads;
        this.jointThreads = jointThreads;
        this.joints = joints;
        this.waiting = waiting;
    }

    /** Newest first, at most 200: what was said in its name, and each key that was given to a person of it. */
    @Transactional(readOnly = true)
    List<SeatPagesView.Recorded> all(SeatOfPerson seat, Locale locale) {
        if (!seat.confirmed()) throw SeatRefused.unknown();
        var found = new ArrayList<SeatPagesView.Recorded>();
        for (var row : speaking.rows(seat)) {
            speaking.acts(row).stream()
                    .filter(it -> SeatController.theirs(it.envelope(), row.ourRole()))
                    .forEach(it -> found.add(recorded(it, row.reference(), locale)));
        }
        Stream.ofNullable(seat.thread())
                .flatMap(it -> threads.newest(it).stream())
                .filter(it -> it.n() != null && it.envelope().type().equals("give"))
                .forEach(it -> found.add(recorded(it, "", locale)));
        var language = Language.of(locale);
        for (var line : joint.of(seat.authority(), language)) {
            joint.read(line.thread(), seat.authority(), language).stream()
                    .flatMap(it -> it.acts().stream())
                    .filter(it -> it.own() && it.recorded() != null)
                    .forEach(it ->
                            found.add(new SeatPagesView.Recorded(it.act(), line.reference(), it.headline(), it.at())));
        }
        found.sort(Comparator.comparing(SeatPagesView.Recorded::at).reversed());
        return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
    }

    /** Every thread that it was in at this node, as a file, with how it is called (R156). */
    @Transactional(readOnly = true)
    List<Choice> files(SeatOfPerson seat) {
        if (!seat.confirmed()) throw SeatRefused.unknown();
        return Stream.concat(
                        speaking.rows(seat).stream()
                                .map(it -> Choice.of(SeatPagesView.Line.path(it.thread()), it.reference())),
                        joints.atUs(seat.authority()).stream()
                                .map(it -> Choice.of(SeatPagesView.Line.path(it), joint.reference(it))))
                .map(it -> Choice.of(it.value() + "/thread.zip", it.label()))
                .toList();
    }

    /** The document of an act that is on the page, as it lies in the sealed container (R157). */
    @Transactional(readOnly = true)
    byte[] pdf(SeatOfPerson seat, String act, Locale locale) {
        if (all(seat, locale).stream().noneMatch(it -> it.act().equals(act))) throw SeatRefused.unknown();
        return threads.container(act)
                .or(() -> jointThreads.container(act))
                .map(it -> Container.read(it).files().get("act.pdf"))
                .orElseThrow(SeatRefused::unknown);
    }

    /** What wants another passkey. */
    @Transactional(readOnly = true)
    List<SeatPagesView.Waits> waiting(SeatOfPerson seat, Locale locale) {
        return seat.confirmed() && seat.thread() != null ? waiting.in(seat, seat.thread(), locale) : List.of();
    }

    private SeatPagesView.Recorded recorded(Threads.KeptAct act, String reference, Locale locale) {
        var read = new Act(act.envelope(), act.body());
        var person = act.envelope().facts().getOrDefault("person", "");
        var headline = making.headline(read, locale);
        return new SeatPagesView.Recorded(
                act.id(), reference, person.isEmpty() ? headline : headline + ": " + person, time(act));
    }

    private static Instant time(Threads.KeptAct act) {
        return act.envelope().time();
    }

    /** @return the id of the act, as it is shown before it is signed */
    String contest(SeatOfPerson seat, List<String> acts, String why, Locale locale) {
        var marked = marked(seat, acts, locale);
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
    String adopt(SeatOfPerson seat, List<String> acts, String why, Locale locale) {
        if (why.length() > LONGEST) throw SeatRefused.missing("text");
        var body = new TreeMap<String, Object>();
        body.put("acts", marked(seat, acts, locale));
        body.put("registers", registers(seat, locale));
        body.put("text", why);
        return speaking.ofItsKeys(seat, "adopt", new ActForms.Written(body, Map.of()));
    }

    private List<String> registers(SeatOfPerson seat, Locale locale) {
        var all = new TreeSet<String>();
        for (RequestRow row : speaking.every(seat)) {
            long n = threads.find(row.thread()).orElseThrow().lastEntry();
            threads.entry(row.thread(), n)
                    .ifPresent(
                            it -> all.add(row.thread() + " " + it.entry().seen().fact()));
        }
        var language = Language.of(locale);
        joint.of(seat.authority(), language).forEach(it -> all.add(it.thread() + " " + joint.seen(it.thread())));
        return List.copyOf(all);
    }

    /** Only what is on the page: nobody contests what was not said in the authority's name. */
    private List<String> marked(SeatOfPerson seat, List<String> acts, Locale locale) {
        var known = all(seat, locale).stream().map(SeatPagesView.Recorded::act).toList();
        var marked = List.copyOf(new TreeSet<>(acts));
        if (!known.containsAll(marked)) throw SeatRefused.missing("acts");
        return marked;
    }
}
