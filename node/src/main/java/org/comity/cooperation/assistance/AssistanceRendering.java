package org.comity.cooperation.assistance;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.comity.convention.Convention;
import org.comity.cooperation.ActRendering;
import org.comity.cooperation.form.Fields;
import org.comity.cooperation.form.Identifier;
import org.comity.sealing.Letters.Section;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.springframework.stereotype.Component;

/** How the acts of procedure 40/44 read, labelled with the treaty's letters. */
@Component
class AssistanceRendering implements ActRendering {

    private final Words words;
    private final Convention convention;
    private final AssistanceComposition composition;

    AssistanceRendering(Words words, Convention convention, AssistanceComposition composition) {
        this.words = words;
        this.convention = convention;
        this.composition = composition;
    }

    @Override
    public String procedure() {
        return AssistanceProcedure.ID;
    }

    @Override
    public Set<String> oneOfficer() {
        return AssistanceProcedure.oneOfficer();
    }

    @Override
    public String headline(String type, Map<String, String> facts, Map<String, Object> body, Locale language) {
        return words.say(of(language), "assistance.headline." + type);
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
        return type.equals(Step.Kind.REQUEST.type())
                ? new RequestSections(words, convention, composition.law(body), body, of(language)).all()
                : List.of();
    }

    private static Language of(Locale language) {
        return Language.of(language.getLanguage()).orElse(Language.ENGLISH);
    }
}
