package org.comity.procedure.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.procedure.ActTable;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.Composition;
import org.comity.procedure.RequestGroup;
import org.comity.procedure.field.DescribingEarlierAct;
import org.comity.procedure.field.EmergencyType;
import org.comity.procedure.field.FieldReader;
import org.comity.procedure.field.FieldType;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.DoubtfulIdentifiers;
import org.comity.procedure.form.GoverningLaw;
import org.comity.procedure.form.Identifier;
import org.comity.procedure.form.OtherBasis;
import org.comity.procedure.form.TypedForm;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.springframework.util.MultiValueMap;

/** Asks the opening act of a procedure that is a file, page by page as the file has them. */
final class FiledComposition implements Composition {

    private static final String INSTRUMENT = "instrument";
    private static final List<String> STATE_PAGE =
            List.of(INSTRUMENT, OtherBasis.KIND, OtherBasis.TITLE, OtherBasis.ARTICLE, "ourCase", "theirCase");

    private final ProcedureFile file;
    private final ActTable table;
    private final Particulars particulars;
    private final Convention convention;
    private final Directory directory;
    private final Words words;
    private final PossibleFields possible;

    FiledComposition(
            ProcedureFile file,
            Particulars particulars,
            Convention convention,
            Directory directory,
            Words words,
            PossibleFields possible) {
        this.file = file;
        this.table = file.table();
        this.particulars = particulars;
        this.convention = convention;
        this.directory = directory;
        this.words = words;
        this.possible = possible;
    }

    @Override
    public String procedure() {
        return file.id();
    }

    @Override
    public String template() {
        return "procedure/file/compose";
    }

    @Override
    public RequestGroup group() {
        return file.group();
    }

    @Override
    public boolean urgent() {
        return file.field(file.opening(), EmergencyType.KEY).isPresent();
    }

    @Override
    public Set<String> asks() {
        var asks = new TreeSet<>(Set.of(OpeningNeeds.BASIS));
        file.letters().forEach(it -> asks.add(it.of()));
        opening().forEach(it -> asks.add(it.key()));
        var sections = file.sections();
        if (sections != null) {
            asks.addAll(sections.sections().keySet());
        }
        return asks;
    }

    @Override
    public List<String> steps() {
        return Stream.concat(Stream.of(STATE), file.pages().keySet().stream()).toList();
    }

    /** What is not asked for has no page. */
    @Override
    public List<String> steps(Map<String, Object> body) {
        var asked =
                file.asked(new BodyFields(body)).stream().map(FiledField::key).toList();
        return steps().stream()
                .filter(it ->
                        it.equals(STATE) || !Collections.disjoint(file.pages().getOrDefault(it, List.of()), asked))
                .toList();
    }

    @Override
    public Map<String, Object> empty() {
        return empty(directory.self());
    }

    @Override
    public Map<String, Object> unasked() {
        var body = new HashMap<>(empty());
        opening().stream().filter(it -> !it.begins().isEmpty()).forEach(it -> body.remove(it.key()));
        return clean(body);
    }

    @Override
    public Map<String, Object> empty(Participant by) {
        var begun = new HashMap<String, Object>();
        convention.offered(file.law()).stream()
                .findFirst()
                .ifPresent(it -> begun.put(INSTRUMENT, it.instrument().id()));
        opening().stream()
                .filter(it -> it.type().name().equals("authority"))
                .forEach(it -> begun.put(it.key(), Participant.named(by.functions(), file.function())));
        opening().stream().filter(it -> !it.begins().isEmpty()).forEach(it -> begun.put(it.key(), it.begun()));
        return clean(begun);
    }

    /** What stands there only if it is said is left out where it is not. */
    @Override
    public Map<String, Object> clean(Map<String, Object> given) {
        var clean = whole(given);
        var said = new BodyFields(clean);
        opening().stream()
                .filter(it -> it.ifSaid() && !it.says(said, Map.of()) && !it.typed(clean))
                .forEach(it -> clean.keySet().removeAll(it.type().keys(it.key())));
        return clean;
    }

    /** With every key, so that a draft can be saved at any point. */
    Map<String, Object> whole(Map<String, Object> given) {
        var read = new BodyFields(given);
        var clean = new LinkedHashMap<String, Object>();
        List.of(INSTRUMENT, "ourCase", "theirCase").forEach(it -> clean.put(it, read.text(it)));
        file.asked(read).forEach(it -> it.type().clean(it, read, clean));
        var sections = file.sections();
        if (sections != null) {
            clean.put(sections.choice().key(), sections.chosen(read));
        }
        OtherBasis.of(read).putInto(clean);
        if (!read.text(OpeningDocument.CONTINUES).isEmpty()) {
            clean.put(OpeningDocument.CONTINUES, read.text(OpeningDocument.CONTINUES));
        }
        return clean;
    }

    @Override
    public Map<String, Object> apply(Map<String, Object> body, String step, MultiValueMap<String, String> form) {
        var taken = body;
        for (var field : opening()) {
            boolean urgent = field.key().equals(EmergencyType.KEY);
            if (urgent || file.pages().getOrDefault(step, List.of()).contains(field.key())) {
                taken = field.type().take(field, form, taken);
            }
        }
        if (step.equals(STATE)) {
            taken = new TypedForm(form, taken)
                    .text(STATE_PAGE.toArray(String[]::new))
                    .json();
        }
        return clean(ofInstrument(body, taken));
    }

    /** What is one of an instrument's goes when another governs; what a State names itself as its basis has few of these. */
    private Map<String, Object> ofInstrument(Map<String, Object> before, Map<String, Object> taken) {
        var body = new HashMap<>(taken);
        var said = new BodyFields(taken);
        var law = law(taken);
        boolean other = !new BodyFields(before).text(INSTRUMENT).equals(said.text(INSTRUMENT));
        opening().stream()
                .filter(it -> it.type().ofInstrument())
                .filter(it -> other
                        || law.form()
                                && it.type().broken(it, said, law, convention).isPresent())
                .flatMap(it -> it.type().keys(it.key()).stream())
                .forEach(body::remove);
        return body;
    }

    /** What the fold reads of the opening act stands in the body too, and is taken from there. */
    @Override
    public Map<String, String> facts(Map<String, Object> body, Map<String, String> facts) {
        var said = new LinkedHashMap<>(facts);
        var typed = new BodyFields(body);
        opening().stream().filter(FiledField::fact).forEach(it -> {
            var value = typed.text(it.key());
            if (value.isEmpty() || it.type().wrong(it, typed).stream().anyMatch(FieldType.Missing::unreadable)) {
                said.remove(it.key());
            } else {
                said.put(it.key(), value);
            }
        });
        return said;
    }

    @Override
    public List<Check> checks(Map<String, Object> body, Language language) {
        var law = law(body);
        return new OpeningChecks(file, law, reader(law, language), possible).of(new BodyFields(body));
    }

    @Override
    public List<String> gaps(Map<String, Object> body) {
        var left = new OpeningNeeds(file, law(body))
                .gaps(new BodyFields(body)).stream()
                        .map(OpeningNeeds.Needed::gap)
                        .toList();
        return FiledGaps.options(file).stream().filter(left::contains).toList();
    }

    @Override
    public FormProblems problems(Map<String, Object> body, String step) {
        return new FormProblems(
                needed(body, step).map(OpeningNeeds.Needed::problem).toList());
    }

    @Override
    public boolean holds(Map<String, Object> body, String step) {
        return needed(body, step).anyMatch(OpeningNeeds.Needed::typed);
    }

    private Stream<OpeningNeeds.Needed> needed(Map<String, Object> body, String step) {
        var keys =
                step.equals(STATE) ? List.of(OpeningNeeds.BASIS) : file.pages().getOrDefault(step, List.of());
        return new OpeningNeeds(file, law(body), possible)
                .of(new BodyFields(body)).stream()
                        .filter(it -> keys.contains(it.field()) || it.field().equals(EmergencyType.KEY));
    }

    @Override
    public List<PageField> fields(Map<String, Object> body, String step, Language language) {
        return page(body, language).fields(new BodyFields(body), step);
    }

    @Override
    public Map<String, Asked> asked(Map<String, Object> body, Language language) {
        return file.pages().keySet().stream()
                .flatMap(it -> page(body, language).section(it).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    OpeningPage page(Map<String, Object> body, Language language) {
        return new OpeningPage(file, reader(law(body), language), possible.cells());
    }

    @Override
    public List<Pointed> pointedOut(Map<String, Object> body) {
        var said = new BodyFields(body);
        var pointed = new ArrayList<>(particulars.pointed(null, file.opening(), body));
        FiledCaution.of(file, file.opening(), said, law(body)).forEach(pointed::add);
        FiledCaution.longPenalty(said).ifPresent(pointed::add);
        FiledCaution.farAhead(opening(), possible.days(), said).ifPresent(pointed::add);
        FiledCaution.impossible(file.asked(said), possible.days(), said).ifPresent(pointed::add);
        opening().stream()
                .filter(it -> it.type().name().equals("scope"))
                .forEach(it -> new ScopeCautions(law(body), it.key()).of(said).forEach(pointed::add));
        opening().stream()
                .filter(it -> it.type().name().equals("identifiers"))
                .forEach(it -> pointed.addAll(DoubtfulIdentifiers.pointed(
                        said.maps(it.key()).stream().map(Identifier::of).toList(),
                        possible.days().clock().instant())));
        return pointed;
    }

    ProcedureLaw law(Map<String, Object> body) {
        return new GoverningLaw(convention).of(file.law(), body);
    }

    FieldReader reader(ProcedureLaw law, Language language) {
        return new FieldReader(table, words, convention, law, language, DescribingEarlierAct.NOTHING);
    }

    private List<FiledField> opening() {
        return file.fields(file.opening());
    }
}
