package org.comity.paper;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.exchange.Exchange;
import org.comity.ledger.Ledger;
import org.comity.procedure.Draft;
import org.comity.procedure.Editions;
import org.comity.procedure.Procedures;
import org.comity.proof.act.Act;
import org.comity.proof.act.Approval;
import org.comity.proof.act.Attachment;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.proof.form.SaltedHash;
import org.comity.sealing.Letters;
import org.comity.sealing.Letters.Letter;
import org.comity.sealing.Letters.Part;
import org.comity.sealing.Sealing;
import org.comity.thread.AdoptedAuthorities;
import org.comity.thread.SealedAct;
import org.comity.thread.Threads;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An officer writes down what a counterpart without a node said; it is sealed and registered as recorded by us. */
@Component
class RecordingActs {

    private final Threads threads;
    private final Exchange exchange;
    private final Directory directory;
    private final AdoptedAuthorities adopted;
    private final Sealing sealing;
    private final Letters letters;
    private final Editions editions;
    private final PaperWords words;
    private final Ledger ledger;
    private final Clock clock;
    private final Procedures procedures;

    // More than eight: what came on paper becomes an act of the register, sealed by us, with its letter.
    RecordingActs(
            Threads threads,
            Exchange exchange,
            Directory directory,
            AdoptedAuthorities adopted,
            Sealing sealing,
            Letters letters,
            Editions editions,
            PaperWords words,
            Ledger ledger,
            Clock clock,
            Procedures procedures) {
        this.threads = threads;
        this.exchange = exchange;
        this.directory = directory;
        this.adopted = adopted;
        this.sealing = sealing;
        this.letters = letters;
        this.editions = editions;
        this.words = words;
        this.ledger = ledger;
        this.clock = clock;
        this.procedures = procedures;
    }

    /** @return the act and the thread's id */
    @Transactional
    public Act record(PaperRecord what, Official by) {
        if (GoneParticipant.hasNode(directory, what.counterpart())) {
            throw PaperRefused.hasNode(what.counterpart());
        }
        if (!what.ours() && adopted(what.counterpart())) throw PaperRefused.adopted(what.counterpart());
        var act = act(what);
        exchange.send(new SealedAct(act, sealing.sealAct(files(what, act, by))), null);
        ledger.record(
                by,
                "act.recorded",
                act.id(),
                Map.of("type", what.type(), "channel", PaperArrival.word(what.channel())));
        return act;
    }

    /** Nothing is recorded in its name any more: from a seat it said that it has a node of its own (R158). */
    boolean adopted(String counterpart) {
        return adopted.adopted(counterpart);
    }

    private Act act(PaperRecord what) {
        var attachments = what.files().stream()
                .map(it -> new Attachment(it.name(), it.mediaType(), it.content().length, SaltedHash.of(it.content())))
                .toList();
        var thread = what.thread() == null ? UUID.randomUUID().toString() : what.thread();
        var envelope = new Envelope(
                directory.network(),
                thread,
                what.procedure(),
                editions.of(what.thread(), what.body()),
                what.type(),
                directory.self().id(),
                what.counterpart(),
                what.role().word(),
                what.happened(),
                seen(what),
                what.thread() != null && threads.drill(what.thread()),
                facts(what),
                SaltedHash.of(CanonicalJson.write(what.body())),
                attachments);
        return new Act(envelope, what.body());
    }

    private Map<String, String> facts(PaperRecord what) {
        var facts = new TreeMap<>(what.facts());
        facts.put("recorded", PaperArrival.word(what.channel()));
        if (what.ours()) {
            facts.put("speaker", directory.self().id());
        }
        if (what.thread() == null) {
            facts.put("reference", threads.nextReference().text());
        }
        return facts;
    }

    private List<String> seen(PaperRecord what) {
        if (what.thread() == null) {
            return List.of();
        }
        var acts = threads.newest(what.thread()).stream()
                .filter(it -> it.recalled() == null)
                .toList();
        return acts.subList(Math.max(0, acts.size() - 1), acts.size()).stream()
                .map(Threads.KeptAct::id)
                .toList();
    }

    private Map<String, byte[]> files(PaperRecord what, Act act, Official by) {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("act.json", act.json());
        files.put("act.pdf", letters.pdf(sheet(what, act)));
        files.put("approvals.json", Approval.write(List.of(new Approval(by.pseudonym(), "recorded", clock.instant()))));
        what.files().forEach(it -> files.put("attachments/" + it.name(), it.content()));
        return files;
    }

    private Letter sheet(PaperRecord what, Act act) {
        var language = Locale.ENGLISH;
        var rendering = procedures.of(what.procedure()).rendering();
        var facts = act.envelope().facts();
        var heading = rendering.headline(what.type(), facts, what.body(), language);
        var sections = new ArrayList<Letters.Section>();
        sections.add(words.recorded(
                what, what.ours() ? directory.self() : GoneParticipant.shown(directory, what.counterpart()), language));
        sections.addAll(rendering.sections(
                act.envelope().convention(), what.thread(), what.type(), facts, what.body(), language));
        var lines = words.envelope(language);
        sections.addAll(lines.files(what.files().stream()
                .map(it -> new Draft.File(it.name(), it.mediaType(), it.content().length, Digests.sha256(it.content())))
                .toList()));
        sections.add(lines.record(act.envelope(), heading));
        var reference = what.thread() == null
                ? Objects.requireNonNull(facts.get("reference"))
                : threads.find(what.thread()).orElseThrow().reference();
        var self = directory.self();
        return new Letter(
                List.of(
                        self.name("en"),
                        self.functions().getOrDefault("contact-point", self.id()),
                        lines.dated(self, act.envelope().time())),
                reference,
                heading,
                List.of(new Part(language, heading, sections)),
                lines.foot(act.id()),
                act.envelope().drill());
    }
}
