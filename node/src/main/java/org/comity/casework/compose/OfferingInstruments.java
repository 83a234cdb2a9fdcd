package org.comity.casework.compose;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.InstrumentBonds;
import org.comity.casework.compose.BasisRules.Barred;
import org.comity.convention.Convention;
import org.comity.convention.Instrument;
import org.comity.directory.Agreement;
import org.comity.directory.Directory;
import org.comity.directory.LawBetween;
import org.comity.directory.LawBetween.Bond;
import org.comity.directory.LawBetween.Tie;
import org.comity.directory.Participant;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.OtherBasis;
import org.comity.ui.Choice;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Offers the instruments that a request to a State may name: what binds both of us, by both entries, and what is not stated. */
@Component
class OfferingInstruments implements InstrumentBonds {

    private static final String INSTRUMENT = "instrument";

    /** Before the short name of a treaty that an entry names as data. */
    private static final String AGREEMENT = "agreement:";

    private final Convention convention;
    private final Directory directory;
    private final Words words;
    private final Clock clock;

    OfferingInstruments(Convention convention, Directory directory, Words words, Clock clock) {
        this.convention = convention;
        this.directory = directory;
        this.words = words;
        this.clock = clock;
    }

    LawBetween between(Participant other) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new LawBetween(convention, directory.self(), other, today);
    }

    /** With what the request names already, whatever the entries say of it since. */
    List<Choice> choices(String law, @Nullable Participant other, Map<String, Object> body, Language language) {
        var choices = new ArrayList<Choice>();
        var named = new BodyFields(body).text(INSTRUMENT);
        for (var offer : convention.offered(law)) {
            var instrument = offer.instrument();
            if (other == null || mayName(instrument, other) || instrument.id().equals(named)) {
                choices.add(new Choice(
                        instrument.id(),
                        instrument.name().in(language.tag())
                                + (offer.law().form() ? "" : " · " + offer.law().article()),
                        bond(instrument, other, language)));
            }
        }
        if (other != null
                && convention.offered(law).stream().anyMatch(it -> it.law().form())) {
            between(other)
                    .begun()
                    .forEach(it -> choices.add(new Choice(
                            AGREEMENT + it.agreement().id(),
                            titled(it.agreement(), law, language),
                            hint(it, language))));
        }
        return choices;
    }

    /** What one of the two alone names may not bind the other: the officer asks first. */
    private String hint(LawBetween.Shared shared, Language language) {
        return shared.both()
                ? words.say(language, "treaties.agreed.hint")
                : words.say(language, "treaties.agreed.one", "name", shared.by().name(language.tag()));
    }

    private String titled(Agreement agreement, String law, Language language) {
        var article = agreement.article(law);
        return article.isEmpty()
                ? agreement.title()
                : agreement.title() + " · " + words.say(language, "basis.article", "article", article);
    }

    /** What a new request begins with, without an instrument that by both entries does not bind both: the officer chooses. */
    Map<String, Object> begun(Map<String, Object> empty, Participant other) {
        if (!bindsNot(empty, other)) return empty;
        var begun = new HashMap<>(empty);
        begun.remove(INSTRUMENT);
        return begun;
    }

    /** Which of the choices the request names: a treaty of the entries, where it names the basis by that title. */
    String chosen(@Nullable Participant other, Map<String, Object> body) {
        var read = new BodyFields(body);
        if (other == null || !read.text(INSTRUMENT).equals(Convention.OTHER)) {
            return read.text(INSTRUMENT);
        }
        return between(other).begun().stream()
                .map(LawBetween.Shared::agreement)
                .filter(it -> it.title().equals(read.text(OtherBasis.TITLE)))
                .findFirst()
                .map(it -> AGREEMENT + it.id())
                .orElse(Convention.OTHER);
    }

    /**
     * What a form posted, with a treaty of the entries turned into the basis that a request names by title and article. One
     * that binds the two no more empties the answer, so that the page asks again and no older answer stays.
     */
    MultiValueMap<String, String> settled(String law, String counterpart, MultiValueMap<String, String> form) {
        var posted = form.getFirst(INSTRUMENT);
        if (posted == null || !posted.startsWith(AGREEMENT)) {
            return form;
        }
        var settled = new LinkedMultiValueMap<String, String>(form);
        settled.set(INSTRUMENT, "");
        directory
                .find(counterpart)
                .flatMap(it -> between(it).begun(posted.substring(AGREEMENT.length())))
                .map(LawBetween.Shared::agreement)
                .ifPresent(it -> {
                    settled.set(INSTRUMENT, Convention.OTHER);
                    settled.set(OtherBasis.KIND, it.kind());
                    settled.set(OtherBasis.TITLE, it.title());
                    settled.set(OtherBasis.ARTICLE, it.article(law));
                });
        return settled;
    }

    @Override
    public boolean mayName(Instrument instrument, Participant other) {
        return tie(instrument, other).map(Tie::offered).orElse(true);
    }

    @Override
    public boolean bindsNot(Map<String, Object> body, Participant other) {
        return convention
                .newest(new BodyFields(body).text(INSTRUMENT))
                .filter(it -> !mayName(it, other))
                .isPresent();
    }

    /** A treaty binds States: what is told the Secretariat or an organisation, or by it, needs no treaty with it. */
    Optional<Tie> tie(Instrument instrument, Participant other) {
        boolean ofStates = other.kind().authority() && directory.self().kind().authority();
        return instrument.form() || !ofStates
                ? Optional.empty()
                : between(other).treaty(instrument.id());
    }

    @Override
    public String bond(Instrument instrument, @Nullable Participant other, Language language) {
        var between = other == null
                ? ""
                : tie(instrument, other).map(it -> said(it, language)).orElse("");
        return (instrument.bindingNote().in(language.tag()) + " " + between).strip();
    }

    private String said(Tie tie, Language language) {
        if (tie.bond() != Bond.NOT_STATED) {
            return words.say(language, "treaties.bond." + tie.bond().name());
        }
        var without = tie.silent().stream().map(it -> it.name(language.tag())).toList();
        return without.isEmpty()
                ? words.say(language, "compose.listed.both")
                : words.say(language, "compose.listed.not", "names", String.join(", ", without));
    }

    /** Those that cannot be named, each with its own reason. */
    List<Barred> barred(String law, @Nullable Participant other, Language language) {
        return new BarredInstruments(convention, this, directory.self(), words).of(law, other, language);
    }

    /** What applies under each that may be named, a basis in the State's own words left out: of that nothing is known here. */
    List<BasisRules> rules(String law, @Nullable Participant other, Language language) {
        return convention.offered(law).stream()
                .filter(it -> !it.law().form() && (other == null || mayName(it.instrument(), other)))
                .map(it -> new BasisRules(
                        it.instrument().id(), it.instrument().name().in(language.tag()), it.law()))
                .toList();
    }
}
