package org.comity.casework.joint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comity.casework.SeatSentences;
import org.comity.directory.Directory;
import org.comity.procedure.field.DescribingEarlierAct;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.EnvelopeLines;
import org.comity.proof.act.Act;
import org.comity.proof.act.Envelope;
import org.comity.proof.act.JointThread;
import org.comity.proof.seat.SeatProof;
import org.comity.proof.table.Membership;
import org.comity.sealing.Letters;
import org.comity.sealing.Letters.Letter;
import org.comity.sealing.Letters.Part;
import org.comity.sealing.Letters.Section;
import org.comity.thread.RecordedChannels;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.CutText;
import org.springframework.stereotype.Component;

/** Puts an act of a joint thread in words: its headline, its sections, and the PDF that is sealed beside its JSON. */
@Component
class JointDocument {

    private static final int SHORT = 12;

    private final JointProcedures procedures;
    private final Directory directory;
    private final Letters letters;
    private final SeatSentences seats;
    private final Words words;

    JointDocument(JointProcedures procedures, Directory directory, Letters letters, SeatSentences seats, Words words) {
        this.seats = seats;
        this.procedures = procedures;
        this.directory = directory;
        this.letters = letters;
        this.words = words;
    }

    byte[] pdf(Act act, String function, String reference) {
        return pdf(act, function, reference, words.say(Language.ENGLISH, "joint.to-all"), List.of());
    }

    /**
     * The same as a letter to one party that gets it on paper.
     *
     * @param parties the names of all, so that its reader knows who else has it
     */
    byte[] letter(Act act, String function, String reference, String to, List<String> parties) {
        return pdf(act, function, reference, name(to, Language.ENGLISH), parties);
    }

    private byte[] pdf(Act act, String function, String reference, String to, List<String> parties) {
        var envelope = act.envelope();
        var language = Language.ENGLISH;
        var lines = new EnvelopeLines(words, language.locale());
        var self = directory.self();
        var headline = headline(envelope.procedure(), envelope.type(), envelope.facts(), act.body(), language);
        var sections = new ArrayList<>(sections(envelope, act.body(), language));
        if (!parties.isEmpty()) sections.add(new Section(words.say(language, "joint.parties"), parties));
        sections.add(lines.record(envelope, headline));
        var head = List.of(self.name(language.tag()), self.speaker(function), lines.dated(self, envelope.time()), to);
        return letters.pdf(new Letter(
                head,
                reference,
                headline,
                List.of(new Part(language.locale(), headline, sections)),
                lines.foot(act.id()),
                envelope.drill()));
    }

    String headline(
            String procedure, String type, Map<String, String> facts, Map<String, Object> body, Language language) {
        return Membership.TYPES.contains(type)
                ? words.say(
                        language,
                        "joint.headline." + type,
                        "party",
                        name(facts.getOrDefault("party", ""), language),
                        "role",
                        role(facts.getOrDefault("as", ""), language))
                : procedures.of(procedure).headline(type, facts, body, language);
    }

    /** Of an act that was given from a seat, who approved it comes first (R157). */
    List<Section> sections(Envelope envelope, Map<String, Object> body, Language language) {
        var sections =
                new ArrayList<>(seats.of(envelope, language.locale()).stream().toList());
        sections.addAll(sections(
                envelope.procedure(), envelope.convention(), envelope.type(), envelope.facts(), body, language));
        return sections;
    }

    List<Section> sections(
            String procedure,
            String edition,
            String type,
            Map<String, String> facts,
            Map<String, Object> body,
            Language language) {
        if (!Membership.TYPES.contains(type)) {
            DescribingEarlierAct spoken =
                    (act, quoted) -> List.of(words.say(language, "acts.speaks-of", "act", CutText.to(act, SHORT)));
            var filed = procedures.of(procedure);
            var named = PartyColumns.named(filed.cards(), body, it -> name(it, language));
            var own = new ArrayList<>(filed.sections(edition, type, facts, named, spoken, language));
            own.addAll(before(facts, language));
            if (type.equals(filed.opening())
                    && new BodyFields(body).text("instrument").isEmpty()) {
                // A draft has an edition before anybody has chosen what it rests on.
                var unchosen = words.say(language, "acts.label.instrument");
                own.removeIf(it -> it.label().equals(unchosen));
            }
            return own;
        }
        var sections = new ArrayList<Section>();
        add(sections, "joint.field.party", name(facts.getOrDefault("party", ""), language), language);
        var recorded = facts.getOrDefault(RecordedChannels.FACT, SeatProof.SEAT);
        if (!recorded.equals(SeatProof.SEAT)) {
            add(sections, "joint.field.speaker", name(facts.getOrDefault("speaker", ""), language), language);
            add(sections, "joint.field.recorded", words.say(language, "paper.channel." + recorded), language);
        }
        add(sections, "joint.field.as", role(facts.getOrDefault("as", ""), language), language);
        var shown = facts.getOrDefault("shown", "");
        if (!shown.isEmpty()) add(sections, "joint.field.shown", words.say(language, "joint.shown." + shown), language);
        add(sections, "acts.field.text", body.get("text") instanceof String text ? text : "", language);
        sections.addAll(before(facts, language));
        return sections;
    }

    /** Which thread it goes on from, and up to where its author had that one (R144). */
    private List<Section> before(Map<String, String> facts, Language language) {
        var sections = new ArrayList<Section>();
        JointThread.continued(facts).ifPresent(it -> {
            var seen = it.seen();
            var upTo = words.say(
                    language, "joint.continues.up-to", "thread", it.thread(), "n", seen.n(), "hash", seen.hash());
            add(sections, "joint.continues", upTo, language);
        });
        return sections;
    }

    /** Name of a State's authority, or its id where the directory does not know it. */
    String name(String participant, Language language) {
        return directory.find(participant).map(it -> it.name(language.tag())).orElse(participant);
    }

    private String role(String role, Language language) {
        return role.isEmpty() || !words.has("en", "joint.role." + role)
                ? role
                : words.say(language, "joint.role." + role);
    }

    private void add(List<Section> sections, String label, String text, Language language) {
        if (!text.isBlank())
            sections.add(new Section(words.say(language, label), text.lines().toList()));
    }
}
