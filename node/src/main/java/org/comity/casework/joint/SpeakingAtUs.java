package org.comity.casework.joint;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.comity.casework.JointFromSeats;
import org.comity.directory.Directory;
import org.comity.procedure.ActField;
import org.comity.procedure.ActForms;
import org.comity.procedure.ActWriting;
import org.comity.procedure.form.ActFormView.RequestWords;
import org.comity.proof.act.Act;
import org.comity.proof.act.Attachment;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.SaltedHash;
import org.comity.proof.table.JointState;
import org.comity.proof.table.Membership;
import org.comity.sealing.Letters.Section;
import org.comity.thread.JointThreads;
import org.comity.thread.JointThreads.Joint;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Shows joint threads to an authority that was asked in at our node, and writes down what it says in them. */
@Component
class SpeakingAtUs implements JointFromSeats {

    private final JointThreads threads;
    private final ReadingAtUs atUs;
    private final ReadingJointThread reading;
    private final JointActsOnOffer offer;
    private final WritingPage pages;
    private final JointProcedures procedures;
    private final JointDocument document;
    private final Directory directory;
    private final Words words;
    private final Clock clock;

    // More than eight: the same parts as the pages of officers, for one who is not one.
    SpeakingAtUs(
            JointThreads threads,
            ReadingAtUs atUs,
            ReadingJointThread reading,
            JointActsOnOffer offer,
            WritingPage pages,
            JointProcedures procedures,
            JointDocument document,
            Directory directory,
            Words words,
            Clock clock) {
        this.threads = threads;
        this.atUs = atUs;
        this.reading = reading;
        this.offer = offer;
        this.pages = pages;
        this.procedures = procedures;
        this.document = document;
        this.directory = directory;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public Now now(String authority, Language language) {
        return atUs.now(authority, language);
    }

    @Override
    public Lines page(String authority, String after, Language language) {
        return atUs.page(authority, after, language);
    }

    @Override
    public List<String> threads(String authority) {
        return atUs.threads(authority);
    }

    @Override
    public Optional<Whole> read(String thread, String authority, Language language) {
        return atUs.read(thread, authority, language);
    }

    @Override
    public boolean shows(String thread, String authority, String act) {
        return atUs.shows(thread, authority, act);
    }

    private static JointState.Invited asked(JointState state, String authority) {
        return Objects.requireNonNull(state.invited().get(authority));
    }

    @Override
    public List<String> offered(String thread, String authority) {
        return find(thread, authority).map(it -> offer.atUs(it, authority)).orElse(List.of());
    }

    @Override
    public Form form(String thread, String authority, String type, Language language) {
        var joint = find(thread, authority).orElseThrow(JointRefused::unknown);
        var procedure = procedures.of(joint.procedure());
        var law = Membership.TYPES.contains(type) ? "joint" : procedure.law();
        var cards = reading.cards(procedure, joint, language);
        var asked = pages.page(thread, joint.procedure(), type, null, FormProblems.NONE, language).fields().stream()
                .filter(it -> !Membership.ANSWERS.contains(type) || !it.key().equals("invitation"))
                .flatMap(it -> it.kind().equals(ActField.Kind.ROWS.name())
                        ? rows(cards, authority, it, law)
                        : Stream.of(field(it, law, consented(joint, authority, type, it, language), language)))
                .toList();
        return new Form(
                atUs.line(joint, authority, language),
                reading.label(procedure, type, language),
                words.say(language, law + ".about." + type),
                asked);
    }

    /** Of those who are asked, whom the authority has not agreed to; what we agreed to ourselves is another matter. */
    private List<Choice> consented(Joint joint, String authority, String type, RequestWords field, Language language) {
        if (!type.equals("consent") || !field.key().equals("invitation")) return field.options();
        return Objects.requireNonNull(joint.state()).invited().entrySet().stream()
                .filter(it -> !it.getValue().agreed().contains(authority))
                .map(it -> Choice.of(it.getValue().act(), document.name(it.getKey(), language)))
                .toList();
    }

    /** A row's columns stand one under another, each with the row's name before its own. */
    private Stream<ActForms.Field> rows(AgreementCards cards, String authority, RequestWords asked, String law) {
        return IntStream.range(0, asked.rows().size())
                .boxed()
                .flatMap(n -> asked.columns().stream().map(column -> {
                    var parties = PartyColumns.parties(cards, column.key(), authority);
                    return new ActForms.Field(
                            "%s.%d.%s".formatted(asked.key(), n, column.key()),
                            parties.isEmpty() ? ActForms.Kind.LINE : ActForms.Kind.CHOICE,
                            column.needed() && n == 0,
                            words.say(cards.language(), law + ".row." + asked.key(), "n", n + 1) + " · "
                                    + words.say(cards.language(), law + ".field." + asked.key() + "." + column.key()),
                            parties);
                }));
    }

    private ActForms.Field field(RequestWords asked, String law, List<Choice> options, Language language) {
        return new ActForms.Field(
                asked.key(),
                ActForms.Kind.valueOf(ActField.Kind.valueOf(asked.kind()).name()),
                asked.needed(),
                words.say(language, law + ".field." + asked.key()),
                options);
    }

    @Override
    public ActForms.Written read(String thread, String authority, String type, MultiValueMap<String, String> form) {
        var joint = find(thread, authority).orElseThrow(JointRefused::unknown);
        var written = pages.read(joint.procedure(), type, form);
        var facts = new TreeMap<>(written.facts());
        var asked = Objects.requireNonNull(joint.state()).invited().get(authority);
        if (asked != null && Membership.ANSWERS.contains(type)) facts.put("invitation", asked.act());
        return new ActForms.Written(written.body(), facts);
    }

    @Override
    public FormProblems problems(String thread, String type, ActForms.Written written) {
        var joint = threads.find(thread).orElseThrow(JointRefused::unknown);
        var said = new ActWriting.Written(written.body(), written.facts());
        return pages.problems(thread, joint.procedure(), type, said, List.of(), reading.edition(thread));
    }

    @Override
    public String seen(String thread, String authority) {
        return atUs.seen(thread, authority);
    }

    @Override
    public Act act(
            String thread,
            String authority,
            String type,
            ActForms.Written written,
            Map<String, String> more,
            List<Attachment> attachments) {
        var joint = find(thread, authority).orElseThrow(JointRefused::unknown);
        var state = Objects.requireNonNull(joint.state());
        var facts = new TreeMap<>(written.facts());
        facts.putAll(more);
        facts.put(
                "seen", threads.seen(thread).orElseThrow(JointRefused::unknown).fact());
        var party = state.parties().get(authority);
        var envelope = new Envelope(
                directory.network(),
                thread,
                joint.procedure(),
                reading.edition(thread),
                type,
                directory.self().id(),
                Envelope.ALL_PARTIES,
                party == null ? asked(state, authority).role() : party.role(),
                clock.instant(),
                List.of(),
                threads.drill(thread),
                facts,
                SaltedHash.of(CanonicalJson.write(written.body())),
                attachments);
        var act = new Act(envelope, written.body());
        if (!Membership.TYPES.contains(type)) procedures.of(joint.procedure()).check(act);
        return act;
    }

    @Override
    public boolean oneOfficer(Envelope act) {
        return !Membership.TYPES.contains(act.type())
                && procedures.of(act.procedure()).oneOfficer(act.type());
    }

    @Override
    public String headline(Act act, Language language) {
        var it = act.envelope();
        return document.headline(it.procedure(), it.type(), it.facts(), act.body(), language);
    }

    @Override
    public List<Section> sections(Act act, Language language) {
        var it = act.envelope();
        return document.sections(it.procedure(), it.convention(), it.type(), it.facts(), act.body(), language);
    }

    @Override
    public String label(Envelope act, Language language) {
        return reading.label(procedures.of(act.procedure()), act.type(), language);
    }

    @Override
    public String reference(String thread) {
        return reading.reference(thread);
    }

    private Optional<Joint> find(String thread, String authority) {
        return threads.find(thread).filter(it -> atUs.takesPart(it, authority));
    }
}
