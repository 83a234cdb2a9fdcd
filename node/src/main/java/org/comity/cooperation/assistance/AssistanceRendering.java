package org.comity.cooperation.assistance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.comity.convention.Convention;
import org.comity.cooperation.ActField;
import org.comity.cooperation.ActRendering;
import org.comity.cooperation.delivery.CustodySteps;
import org.comity.cooperation.delivery.Found;
import org.comity.cooperation.delivery.Items;
import org.comity.cooperation.form.BodyFields;
import org.comity.cooperation.form.FieldSections;
import org.comity.cooperation.form.Identifier;
import org.comity.sealing.Letters.Section;
import org.comity.thread.Threads.KeptAct;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the acts of procedure 40/44 read, labelled with the treaty's letters. */
@Component
class AssistanceRendering implements ActRendering {

    /** Acts of which another may speak, and whose words it then quotes: the fact that names one, and its type. */
    private static final Map<String, String> QUOTED =
            Map.of(Acts.CONDITIONS, "propose-conditions", Acts.USE, "ask-use", CustodySteps.CONSENT, "consent-use");

    private final AssistanceProcedure procedure;
    private final Words words;
    private final Convention convention;
    private final QuotedActs quoted;
    private final NamedItems items;
    private final FieldSections fields;

    AssistanceRendering(
            AssistanceProcedure procedure, Words words, Convention convention, QuotedActs quoted, NamedItems items) {
        this.procedure = procedure;
        this.words = words;
        this.convention = convention;
        this.quoted = quoted;
        this.items = items;
        this.fields = new FieldSections(AssistanceActFields.TABLE, words, convention);
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
        boolean more = type.equals(Acts.REQUEST) && !RequestSections.onlyData(body);
        return words.say(
                of(language),
                "assistance.headline." + (more ? "request-more" : type),
                "what",
                RequestSections.sought(words, of(language), body),
                "count",
                count(facts.getOrDefault(Items.COUNT, "")),
                "part",
                facts.getOrDefault(CustodySteps.PART, ""));
    }

    @Override
    public String subject(Map<String, Object> openingBody, Locale language) {
        if (!RequestSections.onlyData(openingBody)) {
            return RequestSections.sought(words, of(language), openingBody);
        }
        var identifiers = AssistanceRequestRules.read(new BodyFields(openingBody));
        var kinds = identifiers.stream().map(Identifier::kind).distinct().toList();
        var kind = kinds.size() == 1 ? kinds.getFirst().word() : "other";
        return words.say(of(language), "assistance.subject", "count", identifiers.size(), "kind", kind);
    }

    @Override
    public List<Section> sections(
            String edition,
            @Nullable String thread,
            String type,
            Map<String, String> facts,
            Map<String, Object> body,
            Locale language) {
        var law = convention.law(AssistanceProcedure.NAME, edition).orElseThrow();
        var sections = type.equals(Acts.REQUEST)
                ? new RequestSections(words, convention, law, body, facts, of(language)).all()
                : answer(edition, thread, type, facts, body, language, true);
        fields.envelope(sections, facts, language);
        fields.rest(sections, body, known(type, body), language);
        return sections;
    }

    /** Keys that have their line. */
    private static Set<String> known(String type, Map<String, Object> body) {
        if (type.equals(Acts.REQUEST)) {
            return FieldSections.withReason(RequestBody.keys(body), body);
        }
        var known = new HashSet<>(Set.of(FieldSections.LETTER_REFERENCE));
        AssistanceActFields.TABLE.of(type).stream().map(ActField::key).forEach(known::add);
        return known;
    }

    /**
     * Every other act: of what it speaks, then its fields, those without a value left out.
     *
     * @param quoting what is quoted quotes nothing itself
     */
    private List<Section> answer(
            String edition,
            @Nullable String thread,
            String type,
            Map<String, String> facts,
            Map<String, Object> body,
            Locale language,
            boolean quoting) {
        var sections = new ArrayList<Section>();
        var about = procedure.about(type);
        if (facts.containsKey(about)) {
            FieldSections.add(
                    sections,
                    fields.say(language, "assistance.fact." + about),
                    spokenOf(edition, thread, about, facts.get(about), language, quoting));
        }
        if (facts.containsKey(CustodySteps.PART)) {
            FieldSections.add(
                    sections,
                    fields.say(language, "assistance.fact.part"),
                    fields.option(CustodySteps.PART, facts.get(CustodySteps.PART), language));
        }
        sections.addAll(fields.of(edition, type, readable(edition, thread, body, language, quoting), language));
        if (facts.containsKey(Items.HASH)) {
            FieldSections.add(
                    sections,
                    fields.say(language, "assistance.fact.manifests"),
                    fields.say(
                            language,
                            "assistance.item-list",
                            "count",
                            count(facts.getOrDefault(Items.COUNT, "")),
                            "sha256",
                            facts.get(Items.HASH)));
        }
        if (body.get(FieldSections.LETTER_REFERENCE) instanceof String reference) {
            FieldSections.add(sections, fields.label("theirReference", language), reference);
        }
        return sections;
    }

    /** Items by their names, and the act that consented as any act that is spoken of. */
    private Map<String, Object> readable(
            String edition, @Nullable String thread, Map<String, Object> body, Locale language, boolean quoting) {
        var readable = new HashMap<>(body);
        var said = new BodyFields(body);
        if (!said.texts(Items.KEY).isEmpty()) {
            readable.put(Items.KEY, items.lines(thread, said.texts(Items.KEY), of(language)));
        }
        if (!said.maps(Found.KEY).isEmpty()) {
            readable.put(Found.KEY, named(thread, said.maps(Found.KEY)));
        }
        var consent = said.text(CustodySteps.CONSENT);
        if (!consent.isEmpty() && !consent.equals(CustodySteps.NONE)) {
            readable.put(
                    CustodySteps.CONSENT,
                    String.join("\n", spokenOf(edition, thread, CustodySteps.CONSENT, consent, language, quoting)));
        }
        return readable;
    }

    /** What was found of each item, with its name where it is known here. */
    private List<Map<String, Object>> named(@Nullable String thread, List<Map<String, Object>> found) {
        var known = items.of(thread);
        return found.stream()
                .map(it -> {
                    var row = new HashMap<>(it);
                    var item = it.get("manifest") instanceof String manifest ? known.get(manifest) : null;
                    if (item != null) {
                        row.put("manifest", it.get("manifest") + " · " + NamedItems.name(item));
                    }
                    return (Map<String, Object>) row;
                })
                .toList();
    }

    /** Which act it is, and what that one said: nobody accepts conditions by a number alone. */
    private String[] spokenOf(
            String edition, @Nullable String thread, String fact, String act, Locale language, boolean quoting) {
        var found = quoted.find(thread, act);
        var lines = new ArrayList<String>();
        lines.add(quoted.name(act, found, of(language)));
        if (quoting) {
            found.filter(KeptAct::bodyKept)
                    .filter(it -> it.envelope().type().equals(QUOTED.get(fact)))
                    .ifPresent(it -> answer(
                                    edition,
                                    thread,
                                    it.envelope().type(),
                                    it.envelope().facts(),
                                    it.body(),
                                    language,
                                    false)
                            .forEach(section -> section.paragraphs()
                                    .forEach(line -> lines.add(fields.say(
                                            language, "assistance.quoted", "label", section.label(), "text", line)))));
        }
        return lines.toArray(String[]::new);
    }

    static int count(String text) {
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    }

    private static Language of(Locale language) {
        return Language.of(language.getLanguage()).orElse(Language.ENGLISH);
    }
}
