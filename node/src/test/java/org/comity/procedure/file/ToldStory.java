package org.comity.procedure.file;

import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.comity.directory.Participant;
import org.comity.directory.StateProfile;
import org.comity.evidence.ItemsOfThread;
import org.comity.procedure.ActRendering;
import org.comity.procedure.ActRole;
import org.comity.procedure.StepsOnOffer;
import org.comity.procedure.form.Golden;
import org.comity.procedure.form.Items;
import org.comity.proof.act.Attachment;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.SaltedHash;
import org.comity.proof.table.ActFacts;
import org.comity.thread.Procedure;
import org.comity.thread.Procedure.Result.Moved;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.ui.Words;
import org.comity.vocabulary.ParticipantKind;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.StateParty;

/**
 * Tells a procedure's happy story as the registers of two nodes would hold it. Its clock, its identities and its people are
 * always the same and nothing is stored, so that what is drawn of it changes with words and templates alone.
 *
 * @param ours what Aldoria is, whose register it is
 * @param states after each act
 */
public record ToldStory(StoryOfActs story, Role ours, List<KeptAct> acts, List<Procedure.State> states) {

    public static final String US = "XA-1";
    public static final String THEM = "XB-1";
    public static final String THREAD = "11111111-1111-4111-8111-111111111111";

    private static final Instant BEGINS = Instant.parse("2027-03-01T09:00:00Z");
    private static final SaltedHash HASH = new SaltedHash("4".repeat(32), "5".repeat(64));

    /** Procedures of which it is kept what posted forms become; their stories begin with that act. */
    public static List<String> kept() {
        return PracticeFiles.betweenTwo().stream()
                .filter(it -> Golden.opening(it, PracticeFiles.opening(it)).isPresent())
                .toList();
    }

    public static ToldStory of(String procedure, Role ours) {
        var story = StoryOfActs.betweenNodes().stream()
                .filter(it -> it.procedure().equals(procedure) && it.kind().equals("happy"))
                .findFirst()
                .orElseThrow();
        var table = PracticeFiles.procedure(Particulars.none(procedure));
        var acts = new ArrayList<KeptAct>();
        var states = new ArrayList<Procedure.State>();
        for (var step : story.acts()) {
            var act = act(procedure, step.getFirst(), ours, acts);
            var facts = new ActFacts(
                    act.id(),
                    act.envelope().type(),
                    act.envelope().role(),
                    act.envelope().facts());
            if (!(table.move(states.isEmpty() ? null : states.getLast(), facts) instanceof Moved(var to))) {
                throw new AssertionError("without effect: " + act.envelope().type());
            }
            acts.add(act);
            states.add(to);
        }
        return new ToldStory(story, ours, List.copyOf(acts), List.copyOf(states));
    }

    private static KeptAct act(String procedure, StoryOfActs.Said said, Role ours, List<KeptAct> before) {
        var role = said.requesting() ? Role.REQUESTING : Role.REQUESTED;
        int n = before.size() + 1;
        var time = BEGINS.plus(Duration.ofHours(5L * (n - 1)));
        var whole = said.whole(
                procedure,
                time,
                type -> before.stream()
                        .filter(it -> it.envelope().type().equals(type))
                        .map(KeptAct::id)
                        .reduce((_, second) -> second)
                        .orElseThrow());
        var facts = new HashMap<>(whole.facts());
        if (before.isEmpty()) facts.put("reference", reference(ours));
        var body = before.isEmpty() ? Golden.opening(procedure, said.type()).orElse(whole.body()) : whole.body();
        if (body.get("items") instanceof List<?> items) facts.put(Items.COUNT, String.valueOf(items.size()));
        PracticeFiles.file(procedure).fields(said.type()).stream()
                .filter(it -> it.fact() && body.containsKey(it.key()))
                .forEach(it -> facts.put(it.key(), String.valueOf(body.get(it.key()))));
        var envelope = new Envelope(
                "1".repeat(64),
                THREAD,
                procedure,
                "uncc/2",
                said.type(),
                role == ours ? US : THEM,
                role == ours ? THEM : US,
                role.word(),
                time,
                before.isEmpty() ? List.of() : List.of(before.getLast().id()),
                true,
                facts,
                HASH,
                List.of(new Attachment("annex-%d.pdf".formatted(n), "application/pdf", 471, HASH)));
        var registered = time.plusSeconds(2);
        return new KeptAct(
                "%02x".formatted(n).repeat(32),
                THREAD,
                envelope,
                body,
                true,
                "",
                role == ours,
                time,
                (long) n,
                "effective",
                registered,
                null,
                null,
                null);
    }

    public String procedure() {
        return story.procedure();
    }

    public String reference() {
        return reference(ours);
    }

    private static String reference(Role ours) {
        return ours == Role.REQUESTING ? "XA-2027-000007" : "XB-2027-000007";
    }

    /** What it was some minutes after so many acts. */
    public Instant after(int acts) {
        return this.acts.get(acts - 1).at().plus(Duration.ofMinutes(20));
    }

    /** Types of its acts that are for this. */
    public Set<String> actsFor(ActRole role) {
        return new FiledMarks(PracticeFiles.file(procedure())).acts(role);
    }

    public StepsOnOffer steps() {
        return PracticeFiles.steps(Particulars.none(procedure()));
    }

    /** Which finds acts that others speak of; items that lie nowhere keep their hashes. */
    public ActRendering rendering(Words words) {
        var threads = mock(Threads.class);
        when(threads.act(anyString()))
                .thenAnswer(asked -> acts.stream()
                        .filter(it -> it.id().equals(asked.getArgument(0)))
                        .findFirst());
        return PracticeFiles.rendering(procedure(), words, threads, mock(ItemsOfThread.class));
    }

    /** Aldoria, which we are, or Belmora, both with a node. */
    public static Participant participant(String id, List<String> languages) {
        boolean us = id.equals(US);
        var name = us
                ? Map.of("en", "Aldoria", "ar", "ألدوريا", "fr", "Aldorie")
                : Map.of("en", "Belmora", "ar", "بلمورا", "fr", "Belmora");
        var capital = us ? Map.of("en", "Velin", "ar", "فيلين") : Map.of("en", "Tarn", "ar", "تارن");
        return new Participant(
                id,
                new StateParty(id.substring(0, 2)),
                name,
                capital,
                ZoneOffset.UTC,
                mock(Participant.NodeAddress.class),
                languages,
                "+999 2 555 0117",
                "contact@%s.example".formatted(id.substring(0, 2).toLowerCase(Locale.ROOT)),
                "24/7",
                Map.of(
                        "contact-point",
                        "24/7 Contact Point of " + name.get("en"),
                        "central-authority",
                        "Central Authority of " + name.get("en")),
                profile(),
                1,
                BEGINS,
                BEGINS.plus(Duration.ofDays(300)),
                ParticipantKind.CONTACT_POINT);
    }

    private static StateProfile profile() {
        return new StateProfile(
                true,
                false,
                false,
                true,
                Map.of(),
                Map.of(),
                List.of("uncc"),
                "restricted",
                List.of(),
                LocalDate.of(2027, 1, 3));
    }
}
