package org.comity.procedure.file;

import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.convention.reading.PracticeLaw;
import org.comity.directory.Directory;
import org.comity.evidence.ItemsOfThread;
import org.comity.procedure.ActRendering;
import org.comity.procedure.ActTable;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.Composition;
import org.comity.procedure.StepsOnOffer;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.field.PossibleDays;
import org.comity.procedure.field.ReadCells;
import org.comity.procedure.form.BodyFields;
import org.comity.proof.table.MoveTable;
import org.comity.thread.Procedure;
import org.comity.thread.Threads;
import org.comity.ui.Words;
import org.comity.vocabulary.ParticipantKind;

/** The parts of a procedure that is a file, for tests in other folders. */
public final class PracticeFiles {

    /** Read once: each reading parses every file of every procedure, and nothing changes them. */
    private static final List<ProcedureFile> ALL = List.copyOf(FiledProcedures.read());

    private static final Map<String, FiledComposition> KEEPING = new ConcurrentHashMap<>();

    private PracticeFiles() {}

    /** Judges by the clock of the machine, where nobody takes part. */
    static PossibleFields possible(Convention law) {
        return new PossibleFields(new PossibleDays(Clock.systemUTC()), new ReadCells(List::of), law);
    }

    static List<ProcedureFile> all() {
        return ALL;
    }

    public static ProcedureFile file(String id) {
        return PracticeFiles.all().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Names of the states that the table of this procedure has. */
    public static Set<String> states(String id) {
        return CheckingProcedureFile.states(MoveTable.find(id).orElseThrow());
    }

    /** Ids of those between two States; what goes to the Secretariat is no such. */
    public static List<String> betweenTwo() {
        return PracticeFiles.all().stream()
                .filter(it -> !it.joint() && it.between().isEmpty())
                .map(ProcedureFile::id)
                .toList();
    }

    /** Ids of those in which an authority asks a service provider. */
    public static List<String> toProviders() {
        return ALL.stream()
                .filter(it -> !it.joint() && it.kinds(it.opener().other()).equals(Set.of(ParticipantKind.PROVIDER)))
                .map(ProcedureFile::id)
                .toList();
    }

    /** For which data that the provider has already such an order asks. */
    public static Set<String> asksKept(String id, Map<String, Object> body) {
        return Objects.requireNonNull(file(id).asksKept()).of(body);
    }

    /** Those whose threads have any number of parties. */
    public static List<ProcedureFile> joint() {
        return ALL.stream().filter(ProcedureFile::joint).toList();
    }

    /** Types of its acts. */
    public static Set<String> types(String id) {
        return file(id).acts().keySet();
    }

    public static String opening(String id) {
        return file(id).opening();
    }

    public static ActTable table(String id) {
        return file(id).table();
    }

    public static Procedure procedure(Particulars particulars) {
        return filed(particulars);
    }

    public static StepsOnOffer steps(Particulars particulars) {
        return new FiledSteps(file(particulars.procedure()), filed(particulars), particulars);
    }

    /** Of a procedure whose acts deliver items. */
    public static ActRendering rendering(String id, Words words, Threads threads, ItemsOfThread items) {
        var file = file(id);
        return new FiledRendering(
                file,
                PracticeLaw.held(),
                words,
                new FindingEarlierActs(file.law(), threads, words),
                new NamedItems(file.law(), items, words));
    }

    /** What is pointed out of an act by the file itself. */
    public static Stream<Pointed> cautions(String id, String type, Map<String, Object> body, ProcedureLaw law) {
        return FiledCaution.of(file(id), type, new BodyFields(body), law);
    }

    /** Names of the sections of a request that have fields of their own. */
    public static Set<String> sections(String id) {
        return sectionsOf(id).pages().keySet();
    }

    /** Own fields of a section, or of none where they go with every request. */
    public static List<FiledField> fields(String id, String section) {
        var sections = sectionsOf(id);
        return sections.own().stream()
                .filter(it -> sections.labelled(it.key()))
                .filter(it -> sections.of(it.key()).orElse("").equals(section))
                .toList();
    }

    /** The field that chooses sections. */
    public static FiledField choice(String id) {
        return sectionsOf(id).choice();
    }

    private static ChosenSections sectionsOf(String id) {
        return Objects.requireNonNull(file(id).sections());
    }

    public static ActRendering rendering(String id, Words words) {
        return new FiledRendering(file(id), PracticeLaw.held(), words);
    }

    public static Composition pages(String id, Directory directory, Words words) {
        return new FiledComposition(
                file(id), Particulars.none(id), PracticeLaw.held(), directory, words, possible(PracticeLaw.held()));
    }

    /** What was given, as the pages of an opening act keep it. */
    public static Map<String, Object> clean(String id, Map<String, Object> given) {
        return KEEPING.computeIfAbsent(
                        id,
                        _ -> new FiledComposition(
                                file(id),
                                Particulars.none(id),
                                PracticeLaw.held(),
                                mock(Directory.class),
                                mock(Words.class),
                                possible(PracticeLaw.held())))
                .clean(given);
    }

    /** Every key under which an opening act says something. */
    public static Set<String> keys(String id) {
        var file = file(id);
        var keys = new HashSet<>(OpeningDocument.BESIDE);
        file.fields(file.opening()).forEach(it -> keys.addAll(it.type().keys(it.key())));
        return keys;
    }

    /** What an emergency may leave out. */
    public static List<String> gaps(String id) {
        return FiledGaps.options(file(id));
    }

    private static FiledProcedure filed(Particulars particulars) {
        return new FiledProcedure(file(particulars.procedure()), PracticeLaw.held(), particulars);
    }
}
