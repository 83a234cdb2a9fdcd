package org.comity.casework.joint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.comity.casework.JointFromSeats.Line;
import org.comity.casework.JointFromSeats.Lines;
import org.comity.casework.JointFromSeats.Now;
import org.comity.casework.JointFromSeats.Said;
import org.comity.casework.JointFromSeats.Whole;
import org.comity.directory.Directory;
import org.comity.proof.table.JointState;
import org.comity.thread.JointThreads;
import org.comity.thread.JointThreads.Joint;
import org.comity.thread.JointThreads.KeptAct;
import org.comity.thread.JointThreadsAtUs;
import org.comity.thread.RecordedChannels;
import org.comity.thread.ShownAtUs;
import org.comity.ui.Choice;
import org.comity.ui.Language;
import org.comity.ui.ListPage;
import org.comity.ui.Words;
import org.springframework.stereotype.Component;

/**
 * Shows joint threads to an authority for which we speak in them, or spoke: up to the entry with which it went, and for good what
 * we wrote down in its name (R150, R157).
 */
@Component
class ReadingAtUs {

    private static final int MOST = 500;
    private static final int PAGE = 50;

    /** Beyond them the page of all lists them, as it does those of the past. */
    private static final int MOST_NOW = 200;

    private final JointThreads threads;
    private final JointThreadsAtUs atUs;
    private final ReadingJointThread reading;
    private final JointActsOnOffer offer;
    private final JointProcedures procedures;
    private final JointDocument document;
    private final Directory directory;
    private final Words words;

    ReadingAtUs(
            JointThreads threads,
            JointThreadsAtUs atUs,
            ReadingJointThread reading,
            JointActsOnOffer offer,
            JointProcedures procedures,
            JointDocument document,
            Directory directory,
            Words words) {
        this.threads = threads;
        this.atUs = atUs;
        this.reading = reading;
        this.offer = offer;
        this.procedures = procedures;
        this.document = document;
        this.directory = directory;
        this.words = words;
    }

    Now now(String authority, Language language) {
        var found = atUs.now(authority, MOST_NOW + 1);
        var now = found.stream()
                .limit(MOST_NOW)
                .filter(it -> takesPart(it, authority))
                .toList();
        return new Now(lines(now, authority, language), found.size() > MOST_NOW || atUs.past(authority));
    }

    Lines page(String authority, String after, Language language) {
        var found = ListPage.of(atUs.all(authority, after), PAGE);
        return new Lines(
                lines(found.rows().stream().filter(this::known).toList(), authority, language),
                Objects.requireNonNullElse(found.next(Joint::id), ""));
    }

    private List<Line> lines(List<Joint> joints, String authority, Language language) {
        var openings = atUs.openings(joints.stream().map(Joint::id).toList());
        return joints.stream()
                .map(it -> line(
                        it,
                        Optional.ofNullable(openings.get(it.id())).or(() -> reading.opening(it)),
                        authority,
                        language))
                .toList();
    }

    List<String> threads(String authority) {
        return every(authority).stream().map(Joint::id).toList();
    }

    private List<Joint> every(String authority) {
        var all = new ArrayList<Joint>();
        var after = "";
        for (var page = atUs.all(authority, after); !page.isEmpty(); page = atUs.all(authority, after)) {
            page.stream().filter(this::known).forEach(all::add);
            after = page.getLast().id();
        }
        return all;
    }

    private boolean known(Joint joint) {
        return joint.state() != null && procedures.find(joint.procedure()).isPresent();
    }

    Optional<Whole> read(String thread, String authority, Language language) {
        var shown = threads.shownAtUs(thread, authority);
        return shown.flatMap(_ -> threads.find(thread))
                .filter(this::known)
                .map(joint -> new Whole(
                        line(joint, authority, language),
                        parties(joint, authority, language),
                        acts(joint, shown.get()).stream()
                                .filter(it -> it.entry() != null)
                                .filter(it -> it.body() != null || it.forgottenAt() != null)
                                .filter(it -> shows(joint, it, authority, shown.get()))
                                .map(it -> said(it, authority, language))
                                .toList()
                                .reversed(),
                        offer.atUs(joint, authority).stream()
                                .map(it -> Choice.of(it, reading.label(procedures.of(joint.procedure()), it, language)))
                                .toList()));
    }

    /** The newest; to who went, the newest up to then. */
    private List<KeptAct> acts(Joint joint, ShownAtUs shown) {
        var until = shown.until();
        if (until == null || until == 0) return threads.acts(joint.id());
        return threads.acts(joint.id(), Math.max(0, Math.toIntExact(until) - MOST), MOST);
    }

    /** Who went is not told who comes. */
    private List<String> parties(Joint joint, String authority, Language language) {
        if (!takesPart(joint, authority)) return List.of();
        return state(joint).parties().entrySet().stream()
                .map(it -> document.name(it.getKey(), language) + " · "
                        + words.say(language, "joint.role." + it.getValue().role()))
                .toList();
    }

    boolean shows(String thread, String authority, String act) {
        return threads.act(act)
                .filter(it -> it.envelope().thread().equals(thread) && it.entry() != null && it.body() != null)
                .filter(it -> threads.find(thread)
                        .filter(joint -> threads.shownAtUs(thread, authority)
                                .filter(shown -> shows(joint, it, authority, shown))
                                .isPresent())
                        .isPresent())
                .isPresent();
    }

    /** What was said in its name, and by what it was asked, it reads whatever else it is shown. */
    private boolean shows(Joint joint, KeptAct act, String authority, ShownAtUs shown) {
        long n = Objects.requireNonNull(act.entry()).entry().n();
        var envelope = act.envelope();
        boolean asks = envelope.type().equals("invite")
                && authority.equals(envelope.facts().get("party"))
                && directory.self().id().equals(envelope.facts().get("at"));
        boolean inNow = joint.state() != null && joint.state().parties().containsKey(authority);
        return act.speaker().equals(authority) || shown.shows(n) || !inNow && (asks || n == 1);
    }

    /** Number and hash of the last entry that it was shown. */
    String seen(String thread, String authority) {
        var shown = threads.shownAtUs(thread, authority).orElseThrow(JointRefused::unknown);
        var state = state(threads.find(thread).orElseThrow(JointRefused::unknown));
        boolean inNow = state.parties().containsKey(authority);
        var until = shown.until();
        if (inNow || until == null)
            return threads.seen(thread).orElseThrow(JointRefused::unknown).fact();
        var asked = state.invited().get(authority);
        long last = until > 0
                ? until
                : Optional.ofNullable(asked)
                        .flatMap(it -> threads.act(it.act()))
                        .flatMap(it -> Optional.ofNullable(it.entry()))
                        .map(it -> it.entry().n())
                        .orElse(1L);
        return threads.entries(thread, last - 1).getFirst().entry().seen().fact();
    }

    Line line(Joint joint, String authority, Language language) {
        return line(joint, reading.opening(joint), authority, language);
    }

    private Line line(Joint joint, Optional<KeptAct> opening, String authority, Language language) {
        var procedure = procedures.of(joint.procedure());
        return new Line(
                joint.id(),
                opening.map(ReadingJointThread::reference).orElse(""),
                reading.title(procedure, opening, language),
                procedure.law(),
                takesPart(joint, authority) ? reading.standing(joint) : "joint.standing.LEFT",
                joint.drill());
    }

    /** It is a party now or asked to be one, and we speak for it. */
    boolean takesPart(Joint joint, String authority) {
        if (!known(joint)) return false;
        var self = directory.self().id();
        var party = state(joint).parties().get(authority);
        var asked = state(joint).invited().get(authority);
        return party != null && self.equals(party.at()) || asked != null && self.equals(asked.at());
    }

    private static JointState state(Joint joint) {
        return Objects.requireNonNull(joint.state());
    }

    private Said said(KeptAct act, String authority, Language language) {
        var envelope = act.envelope();
        var body = act.body() == null ? Map.<String, Object>of() : act.body();
        return new Said(
                envelope.id(),
                act.speaker().equals(authority),
                Objects.requireNonNull(act.entry()).entry().n(),
                document.headline(envelope.procedure(), envelope.type(), envelope.facts(), body, language),
                document.name(act.speaker(), language),
                envelope.time(),
                envelope.facts().get(RecordedChannels.FACT),
                act.body() == null ? List.of() : document.sections(envelope, body, language),
                envelope.attachments(),
                act.body() != null);
    }
}
