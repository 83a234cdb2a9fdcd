package org.comity.procedure.file;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.ActField;
import org.comity.procedure.ActTable;
import org.comity.procedure.ActWriting.Written;
import org.comity.procedure.field.DescribingEarlierAct;
import org.comity.procedure.field.FieldReader;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.FieldRules;
import org.comity.procedure.form.FieldSections;
import org.comity.procedure.form.TypedAct;
import org.comity.proof.act.Act;
import org.comity.proof.table.JointState;
import org.comity.proof.table.PartyRules;
import org.comity.sealing.Letters.Section;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.ParticipantKind;
import org.comity.vocabulary.Role;
import org.springframework.util.MultiValueMap;

/** Asks, reads and prints the acts of a procedure whose threads have any number of parties; one bean a procedure. */
public final class JointProcedure {

    /** Whose turn it is where every party has something to say. */
    public static final String EVERY = "every";

    private final ProcedureFile file;
    private final FiledProcedure procedure;
    private final FiledSteps steps;
    private final FiledRendering rendering;
    private final Convention convention;
    private final Words words;
    private final PossibleFields possible;

    JointProcedure(
            ProcedureFile file, FiledProcedure procedure, Convention convention, Words words, PossibleFields possible) {
        this.file = file;
        this.procedure = procedure;
        this.steps = new FiledSteps(file, procedure);
        this.rendering = new FiledRendering(file, convention, words);
        this.convention = convention;
        this.words = words;
        this.possible = possible;
    }

    public String id() {
        return file.id();
    }

    /** The name, as law data, messages and paths have it. */
    public String law() {
        return file.law();
    }

    public String opening() {
        return file.opening();
    }

    /** The function of an authority that signs. */
    public String function() {
        return file.function();
    }

    /**
     * Of an act that is made here, its days and moments too.
     *
     * @throws org.comity.vocabulary.RuleBroken naming the field
     */
    public void check(Act act) {
        procedure.check(null, act);
        var body = new BodyFields(act.body());
        var facts = new BodyFields(Map.copyOf(act.envelope().facts()));
        for (var field : file.fields(act.envelope().type())) {
            possible.wrong(field, field.fact() ? facts : body).stream()
                    .findFirst()
                    .ifPresent(it -> {
                        throw new FieldRules(file.law()).broken(it.key(), it.field());
                    });
        }
    }

    /** Who may take part, and who lets whom in. */
    public PartyRules rules() {
        return Objects.requireNonNull(procedure.jointTable().orElseThrow().parties());
    }

    /** May a participant of this kind have this role? */
    public boolean admits(String role, ParticipantKind kind) {
        return file.kinds(Role.of(role)).contains(kind);
    }

    public List<Convention.Offer> offered() {
        return convention.offered(file.law());
    }

    public boolean oneOfficer(String type) {
        return file.oneOfficer().contains(type);
    }

    /** What the page of a thread shows beside its parties and its register. */
    public FiledCards cards() {
        return file.cards();
    }

    public boolean has(String type) {
        return file.acts().containsKey(type);
    }

    public List<FiledField> fields(String type) {
        return file.fields(type);
    }

    /** Of all its acts. */
    public List<ActField> asked() {
        return file.acts().keySet().stream().flatMap(it -> asked(it).stream()).toList();
    }

    public List<ActField> asked(String type) {
        return file.fields(type).stream().map(FiledField::asked).toList();
    }

    /** What of the table has effect now, said in this role. */
    public List<String> offered(JointState joint, String role, Instant now) {
        return steps.offered(procedure.state(joint.table()), Role.of(role), now);
    }

    /** Of a step that every party says: whether one of those who may say it has not said it yet (R107). */
    public boolean waits(JointState joint, String type) {
        var said = joint.said().get(type);
        return joint.parties().entrySet().stream()
                .filter(it ->
                        procedure.roles(type).contains(Role.of(it.getValue().role())))
                .anyMatch(it -> said == null || !said.by().contains(it.getKey()));
    }

    /** A role, {@link #EVERY}, or nobody. */
    public Optional<String> turn(JointState joint) {
        var state = procedure.state(joint.table());
        return state.ended()
                ? Optional.empty()
                : Optional.ofNullable(file.turn().get(state.name()))
                        .flatMap(it -> it)
                        .map(Role::word);
    }

    public boolean ended(JointState joint) {
        return procedure.state(joint.table()).ended();
    }

    /** As a page posted it. */
    public Written read(String type, MultiValueMap<String, String> form) {
        var typed = new TypedAct(asked(type), form);
        return new Written(typed.body(), typed.facts());
    }

    /** What is needed and empty, or not right. */
    public FormProblems problems(String type, Written written) {
        var body = new BodyFields(written.body());
        var facts = new BodyFields(Map.copyOf(written.facts()));
        var found = FormProblems.NONE;
        for (var field : file.fields(type)) {
            if (field.needed(body, written.facts()) && !field.says(body, written.facts())) {
                found = found.with(field.key(), needed(field.key()));
            }
            for (var wrong : field.type().wrong(field, field.fact() ? facts : body)) {
                found = found.with(wrong.field(), needed(wrong.key()), wrong.facts());
            }
            for (var wrong : possible.wrong(field, field.fact() ? facts : body)) {
                found = found.with(wrong.field(), needed(wrong.key()), wrong.facts());
            }
        }
        return found;
    }

    /** The procedure's own message, or everybody's. */
    private String needed(String key) {
        var own = file.law() + ".needed." + key;
        return words.has("en", own) ? own : "joint.needed";
    }

    public String headline(String type, Map<String, String> facts, Map<String, Object> body, Language language) {
        return rendering.headline(type, facts, body, language.locale());
    }

    public String subject(Map<String, Object> opening, Locale language) {
        return rendering.subject(opening, language);
    }

    /** What an act says, field by field; of the act that it names, {@code spoken} says which it is. */
    public List<Section> sections(
            String edition,
            String type,
            Map<String, String> facts,
            Map<String, Object> body,
            DescribingEarlierAct spoken,
            Language language) {
        if (type.equals(file.opening())) {
            return rendering.sections(edition, null, type, facts, body, language.locale());
        }
        var reader =
                new FieldReader(new ActTable(file.law(), Map.of()), words, convention, law(edition), language, spoken);
        var sections = new ArrayList<Section>();
        for (var field : file.fields(type)) {
            var said = field.fact() ? new BodyFields(Map.copyOf(facts)) : new BodyFields(body);
            FieldSections.add(
                    sections,
                    reader.text("field." + field.key()),
                    field.type().lines(field, said, reader).toArray(String[]::new));
        }
        return sections;
    }

    /** What the instrument says of this step. */
    public List<ProcedureLaw.Provision> said(String type, String edition) {
        return new SaidByLaw(file, convention).of(type, edition, new BodyFields(Map.of()));
    }

    private ProcedureLaw law(String edition) {
        return convention.law(file.law(), edition).orElseThrow();
    }
}
