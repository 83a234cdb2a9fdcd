package org.comity.seat;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.comity.casework.JointFromSeats;
import org.comity.directory.Directory;
import org.comity.procedure.Procedures;
import org.comity.procedure.form.EnvelopeLines;
import org.comity.proof.act.Act;
import org.comity.proof.act.Approval;
import org.comity.proof.act.Attachment;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.SaltedHash;
import org.comity.sealing.Letters;
import org.comity.sealing.Letters.Letter;
import org.comity.sealing.Letters.Part;
import org.comity.sealing.Letters.Section;
import org.comity.sealing.Sealing;
import org.comity.thread.SealedAct;
import org.comity.thread.Threads;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes acts of and from seats, with their document, and seals them: what is shown is what is signed. */
@Component
class MakingSeatActs {

    private static final Locale LANGUAGE = Locale.ENGLISH;

    private final Directory directory;
    private final Threads threads;
    private final Procedures procedures;
    private final Letters letters;
    private final Sealing sealing;
    private final JointFromSeats joint;
    private final Words words;
    private final Clock clock;

    MakingSeatActs(
            Directory directory,
            Threads threads,
            Procedures procedures,
            Letters letters,
            Sealing sealing,
            JointFromSeats joint,
            Words words,
            Clock clock) {
        this.directory = directory;
        this.threads = threads;
        this.procedures = procedures;
        this.letters = letters;
        this.sealing = sealing;
        this.joint = joint;
        this.words = words;
        this.clock = clock;
    }

    /** Of the thread that it belongs to: its procedure, its law, what it came after, and whether it is a drill. */
    record In(String thread, String procedure, String convention, List<String> after, boolean drill) {}

    /** A thread that is here. */
    In in(String thread) {
        var opening = threads.opening(thread).orElseThrow(SeatRefused::unknown).envelope();
        var acts = threads.newest(thread).stream()
                .filter(it -> it.recalled() == null && it.n() != null)
                .map(Threads.KeptAct::id)
                .toList();
        var last = acts.subList(Math.max(0, acts.size() - 1), acts.size());
        return new In(thread, opening.procedure(), opening.convention(), last, opening.drill());
    }

    /** The act that opens a thread of seats. */
    Act opening(String thread, String authority, Map<String, Object> body) {
        var facts =
                Map.of("channel", "mail", "reference", threads.nextReference().text());
        var in = new In(thread, SeatProcedure.ID, "other/1", List.of(), false);
        return act(in, "host", authority, Role.REQUESTING, facts, body, List.of());
    }

    Act act(
            In in,
            String type,
            String authority,
            Role role,
            Map<String, String> facts,
            Map<String, Object> body,
            List<Attachment> attachments) {
        var envelope = new Envelope(
                directory.network(),
                in.thread(),
                in.procedure(),
                in.convention(),
                type,
                directory.self().id(),
                authority,
                role.word(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                in.after(),
                in.drill(),
                facts,
                SaltedHash.of(CanonicalJson.write(body)),
                attachments);
        return new Act(envelope, body);
    }

    /** @param persons who approved it with their passkeys (R157), nobody while it waits for them; null of an act of our own */
    byte[] pdf(Act act, @Nullable List<String> persons) {
        return pdf(act, persons, SeatFiles.NONE);
    }

    /** @param files that go with it: of what it hands over, each is named */
    byte[] pdf(Act act, @Nullable List<String> persons, SeatFiles files) {
        var envelope = act.envelope();
        var lines = new EnvelopeLines(words, LANGUAGE);
        var sections = new ArrayList<Section>();
        if (persons != null)
            sections.add(new Section(say("seat.sheet"), List.of(recorded(envelope, persons, LANGUAGE))));
        sections.addAll(content(act, LANGUAGE));
        handedOver(files).ifPresent(sections::add);
        sections.addAll(lines.attachments(envelope.attachments()));
        var heading = headline(act, LANGUAGE);
        sections.add(lines.record(envelope, heading));
        var self = directory.self();
        var reference = envelope.facts().containsKey("reference")
                ? Objects.requireNonNull(envelope.facts().get("reference"))
                : envelope.joint()
                        ? joint.reference(envelope.thread())
                        : threads.find(envelope.thread()).orElseThrow().reference();
        return letters.pdf(new Letter(
                List.of(
                        self.name("en"),
                        self.functions().getOrDefault("contact-point", self.id()),
                        lines.dated(self, envelope.time())),
                reference,
                heading,
                List.of(new Part(LANGUAGE, heading, sections)),
                lines.foot(act.id()),
                envelope.drill()));
    }

    private Optional<Section> handedOver(SeatFiles files) {
        var lines = files.listed().lines().stream()
                .map(it -> it.name() + " · " + say("delivery.item", "size", it.size(), "sha256", it.sha256()))
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Section(say("seat.items"), lines));
    }

    /** The sentence of R157: who approved it, or that nobody did so far. */
    String recorded(Envelope act, List<String> persons, Locale reader) {
        var named = reader.getLanguage();
        return words.say(
                Language.of(reader),
                persons.isEmpty() ? "seat.to-be-approved" : "seat.recorded",
                "host",
                directory.self().name(named),
                "authority",
                directory
                        .get(act.facts().getOrDefault("speaker", act.addressee()))
                        .name(named),
                "n",
                persons.size(),
                "person",
                String.join(", ", persons));
    }

    /** Before it was said: what it will do, not that it did. */
    String title(Act act, Locale language) {
        var envelope = act.envelope();
        if (envelope.joint()) return joint.label(envelope, Language.of(language));
        return envelope.procedure().equals(SeatProcedure.ID)
                ? headline(act, language)
                : words.say(
                        Language.of(language),
                        procedures.of(envelope.procedure()).law() + ".act." + envelope.type());
    }

    String headline(Act act, Locale language) {
        var envelope = act.envelope();
        if (envelope.joint()) return joint.headline(act, Language.of(language));
        return envelope.procedure().equals(SeatProcedure.ID)
                ? words.say(Language.of(language), "seat.act." + envelope.type())
                : procedures
                        .of(envelope.procedure())
                        .rendering()
                        .headline(envelope.type(), envelope.facts(), act.body(), language);
    }

    List<Section> content(Act act, Locale language) {
        var envelope = act.envelope();
        if (envelope.joint()) return joint.sections(act, Language.of(language));
        if (!envelope.procedure().equals(SeatProcedure.ID)) {
            return procedures
                    .of(envelope.procedure())
                    .rendering()
                    .sections(
                            envelope.convention(),
                            envelope.thread(),
                            envelope.type(),
                            envelope.facts(),
                            act.body(),
                            language);
        }
        var said = new LinkedHashMap<String, Object>(act.body());
        said.putAll(envelope.facts());
        return said.entrySet().stream()
                .filter(it -> words.has("en", "seat.field." + it.getKey()))
                .filter(it ->
                        !it.getValue().toString().isEmpty() && !it.getValue().equals(List.of()))
                .map(it -> new Section(
                        words.say(Language.of(language), "seat.field." + it.getKey()),
                        it.getValue() instanceof List<?> many
                                ? many.stream().map(Object::toString).toList()
                                : List.of(it.getValue().toString())))
                .toList();
    }

    SealedAct sealed(Act act, byte[] pdf, List<Approval> approvals, Map<String, byte[]> more) {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("act.json", act.json());
        files.put("act.pdf", pdf);
        files.put("approvals.json", Approval.write(approvals));
        files.putAll(more);
        // Not sealAct: the register reads each act of a seat before it takes it, and says what is wrong with it.
        return new SealedAct(act, sealing.seal(files));
    }

    private String say(String key, Object... named) {
        return words.say(Language.ENGLISH, key, named);
    }
}
