package org.comity.convention.reading;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.convention.Article;
import org.comity.convention.Convention;
import org.comity.convention.Instrument;
import org.comity.convention.Offence;
import org.comity.convention.Paragraph;
import org.comity.convention.ProcedureLaw;
import org.comity.vocabulary.ArticleReferences;
import org.comity.vocabulary.KnownArticles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The law as this program holds it, read once when it starts. */
@Component
final class HeldConvention implements Convention, KnownArticles {

    private static final Comparator<Instrument> ORDER = Comparator.comparing(
                    (Instrument it) -> !it.id().equals(UNCC))
            .thenComparing(Instrument::id)
            .thenComparing(Instrument::version, Comparator.reverseOrder());

    private final Map<String, Edition> editions = new LinkedHashMap<>();
    private final Clock clock;
    private final boolean practice;

    @Autowired
    HeldConvention(Clock clock, @Value("${node.practice:false}") boolean practice) {
        this(EditionReading.ofTheProgram(), clock, practice);
    }

    HeldConvention(LawFiles files, Clock clock, boolean practice) {
        this(new EditionReading(files).all(), clock, practice);
    }

    private HeldConvention(List<Edition> read, Clock clock, boolean practice) {
        read.stream()
                .sorted(Comparator.comparing(Edition::instrument, ORDER))
                .forEach(it -> editions.put(it.instrument().edition(), it));
        this.clock = clock;
        this.practice = practice;
    }

    @Override
    public List<Instrument> instruments() {
        return editions.values().stream().map(Edition::instrument).toList();
    }

    @Override
    public Optional<Instrument> instrument(String edition) {
        return held(edition).map(Edition::instrument);
    }

    @Override
    public Optional<Instrument> newest(String id) {
        return instruments().stream().filter(it -> it.id().equals(id)).findFirst();
    }

    @Override
    public List<Article> articles(String edition) {
        return held(edition).map(it -> it.articles().all()).orElse(List.of());
    }

    @Override
    public boolean has(String reference) {
        return newest(UNCC)
                .flatMap(it -> article(it.edition(), ArticleReferences.number(reference)))
                .isPresent();
    }

    @Override
    public Optional<Article> article(String edition, String number) {
        return held(edition).flatMap(it -> it.articles().article(number));
    }

    @Override
    public Optional<Paragraph> paragraph(String edition, String ref) {
        return held(edition).flatMap(it -> it.articles().paragraph(ref));
    }

    @Override
    public List<Offence> offences(String edition) {
        return held(edition).map(Edition::offences).orElse(List.of());
    }

    @Override
    public Optional<ProcedureLaw> law(String procedure, String edition) {
        return held(edition).stream()
                .flatMap(it -> it.laws().stream())
                .filter(it -> it.procedure().equals(procedure))
                .findFirst();
    }

    @Override
    public List<ProcedureLaw> laws() {
        return editions.values().stream().flatMap(it -> it.laws().stream()).toList();
    }

    @Override
    public List<Offer> offered(String procedure) {
        return instruments().stream()
                .filter(it -> newest(it.id()).filter(it::equals).isPresent())
                .filter(it -> standing(it) != ForceHere.NOT_IN_FORCE)
                .flatMap(it -> law(procedure, it.edition()).stream().map(law -> new Offer(it, law, standing(it))))
                .toList();
    }

    @Override
    public ForceHere standing(Instrument instrument) {
        if (instrument.inForceOn(LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC))) {
            return ForceHere.IN_FORCE;
        }
        return practice ? ForceHere.PRACTICE : ForceHere.NOT_IN_FORCE;
    }

    private Optional<Edition> held(String edition) {
        return Optional.ofNullable(editions.get(edition));
    }
}
