package org.comity.cooperation.assistance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.comity.convention.Convention;
import org.comity.cooperation.ActRendering;
import org.comity.cooperation.form.FieldSections;
import org.comity.cooperation.form.Fields;
import org.comity.cooperation.form.Identifier;
import org.comity.sealing.Letters.Section;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.springframework.stereotype.Component;

/** How the acts of procedure 40/44 read, labelled with the treaty's letters. */
@Component
class AssistanceRendering implements ActRendering {

    private final AssistanceProcedure procedure;
    private final Words words;
    private final Convention convention;
    private final AssistanceComposition composition;
    private final FieldSections fields;

    AssistanceRendering(
            AssistanceProcedure procedure, Words words, Convention convention, AssistanceComposition composition) {
        this.procedure = procedure;
        this.words = words;
        this.convention = convention;
        this.composition = composition;
        this.fields = new FieldSections(ActFields.TABLE, words, convention);
    }

    @Override
    public String procedure() {
        return AssistanceProcedure.ID;
    }

    @Override
    public Set<String> oneOfficer() {
        return AssistanceProcedure.ONE_OFFICER;
    }

    @Override
    public Set<String> byCentralAuthority() {
        return Set.of(Acts.REQUEST);
    }

    @Override
    public String function() {
        return "central-authority";
    }

    @Override
    public String headline(String type, Map<String, String> facts, Map<String, Object> body, Locale language) {
        return words.say(
                of(language),
                "assistance.headline." + type,
                "count",
                count(facts.getOrDefault(Items.COUNT, "")),
                "part",
                facts.getOrDefault(CustodySteps.PART, ""));
    }

    @Override
    public String subject(Map<String, Object> openingBody, Locale language) {
        var identifiers = RequestRules.read(new Fields(openingBody));
        var kinds = identifiers.stream().map(Identifier::kind).distinct().toList();
        var kind = kinds.size() == 1 ? kinds.getFirst().word() : "other";
        return words.say(of(language), "assistance.subject", "count", identifiers.size(), "kind", kind);
    }

    @Override
    public List<Section> sections(
            String type, Map<String, String> facts, Map<String, Object> body, Locale language) {
        return type.equals(Acts.REQUEST)
                ? new RequestSections(words, convention, composition.law(body), body, of(language)).all()
                : answer(type, facts, body, language);
    }

    /** Every other act: of what it speaks, then its fields, those without a value left out. */
    private List<Section> answer(
            String type, Map<String, String> facts, Map<String, Object> body, Locale language) {
        var sections = new ArrayList<Section>();
        var about = procedure.about(type);
        if (facts.containsKey(about)) {
            FieldSections.add(sections, fields.say(language, "assistance.fact." + about), spokenOf(facts.get(about), language));
        }
        if (facts.containsKey(CustodySteps.PART)) {
            FieldSections.add(
                    sections,
                    fields.say(language, "assistance.fact.part"),
                    fields.option(CustodySteps.PART, facts.get(CustodySteps.PART), language));
        }
        sections.addAll(fields.of(type, readable(body, language), language));
        if (body.get("letterReference") instanceof String reference) {
            FieldSections.add(sections, fields.label("theirReference", language), reference);
        }
        return sections;
    }

    /** The act that consented, as any act that is spoken of. */
    private Map<String, Object> readable(Map<String, Object> body, Locale language) {
        if (!(body.get(CustodySteps.CONSENT) instanceof String consent) || consent.isEmpty() || consent.equals(CustodySteps.NONE)) {
            return body;
        }
        var readable = new HashMap<>(body);
        readable.put(CustodySteps.CONSENT, spokenOf(consent, language));
        return readable;
    }

    private String spokenOf(String act, Locale language) {
        return fields.say(language, "assistance.speaks-of", "act", act.substring(0, Math.min(12, act.length())));
    }

    static int count(String text) {
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    }

    private static Language of(Locale language) {
        return Language.of(language.getLanguage()).orElse(Language.ENGLISH);
    }
}
