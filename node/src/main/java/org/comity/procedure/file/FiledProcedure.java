package org.comity.procedure.file;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.Link;
import org.comity.procedure.field.EmergencyType;
import org.comity.procedure.field.EndReachedType;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.field.WholeReading;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.FieldRules;
import org.comity.procedure.form.FieldSections;
import org.comity.procedure.form.OtherBasis;
import org.comity.proof.act.Act;
import org.comity.proof.act.Envelope;
import org.comity.proof.table.ActFacts;
import org.comity.proof.table.MoveTable;
import org.comity.thread.TabledProcedure;
import org.comity.vocabulary.ParticipantKind;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;

/** Folds a procedure that is a file by its table, and checks its acts by the fields of the file. */
final class FiledProcedure extends TabledProcedure {

    private static final String ANY_ACT = "0".repeat(64);
    private static final Set<String> LETTER = Set.of(FieldSections.LETTER_REFERENCE);

    /** What an opening act says beside its fields. */
    private static final Set<String> BESIDE = beside();

    private final ProcedureFile file;
    private final Convention convention;
    private final Particulars particulars;
    private final FieldRules rules;

    FiledProcedure(ProcedureFile file, Convention convention) {
        this(file, convention, Particulars.none(file.id()));
    }

    FiledProcedure(ProcedureFile file, Convention convention, Particulars particulars) {
        super(file.id());
        this.particulars = particulars;
        this.file = file;
        this.convention = convention;
        this.rules = new FieldRules(file.law());
        new CheckingProcedureFile(file, MoveTable.find(file.id()).orElseThrow()).check();
    }

    @Override
    public void check(@Nullable State from, Act act) {
        var envelope = act.envelope();
        var step = step(envelope.type()).orElseThrow(() -> rules.broken("type", envelope.type()));
        step.lacking(envelope.facts()).ifPresent(it -> {
            throw rules.broken("missing", it);
        });
        var body = new BodyFields(act.body());
        rules.notTooLong(act.body());
        var law = convention
                .law(file.law(), envelope.convention())
                .orElseThrow(() -> rules.broken("unknown", "convention"));
        boolean opens = envelope.type().equals(file.opening());
        WholeReading.notText(body, opens ? BESIDE : LETTER).ifPresent(it -> {
            throw rules.broken("unknown", it);
        });
        if (opens) {
            opening(body, envelope);
        }
        (opens ? file.asked(body) : file.fields(envelope.type())).forEach(it -> {
            field(it, opens, body, envelope.facts(), law);
            if (it.type().name().equals(EndReachedType.NAME) && envelope.time().isBefore(end(it, envelope))) {
                throw rules.broken("too-early", it.key());
            }
        });
        particulars.check(envelope.type(), body, new BodyFields(Map.copyOf(envelope.facts())), law);
    }

    private static Set<String> beside() {
        var beside = new HashSet<>(OpeningDocument.BESIDE);
        beside.addAll(LETTER);
        return beside;
    }

    private static Instant end(FiledField field, Envelope envelope) {
        return Instant.parse(Objects.requireNonNull(envelope.facts().get(field.key())));
    }

    private void opening(BodyFields body, Envelope envelope) {
        var instrument = body.text("instrument");
        if (!envelope.convention().startsWith(instrument + "/")) {
            throw rules.broken("unknown", "instrument");
        }
        OtherBasis.of(body).missing(instrument).stream().findFirst().ifPresent(it -> {
            throw rules.broken("missing", OtherBasis.formField(it));
        });
        var follows = envelope.facts().get(Link.FACT);
        if (follows != null && Link.read(follows).isEmpty()) {
            throw rules.broken("unknown", Link.FACT);
        }
        if (follows == null && file.follows() != null && file.follows().always() && byNode(envelope)) {
            throw rules.broken("missing", Link.FACT);
        }
    }

    /** A letter names by its number what it follows. */
    private static boolean byNode(Envelope envelope) {
        return envelope.facts().getOrDefault("channel", "node").equals("node");
    }

    private void field(FiledField field, boolean opens, BodyFields body, Map<String, String> facts, ProcedureLaw law) {
        boolean emergency = opens && body.flag(EmergencyType.KEY);
        var needs = new OpeningNeeds(file, law);
        boolean byLaw = opens && !emergency && needs.byLaw(field, body);
        boolean always = field.always(body, facts) && !(emergency && field.lifted());
        if ((always || byLaw) && !needs.says(field, body, facts)) {
            throw rules.broken("missing", field.key());
        }
        if (opens
                && file.chooses(field)
                && !Objects.requireNonNull(file.sections()).offered(law).containsAll(body.texts(field.key()))) {
            throw rules.broken("unknown", field.key());
        }
        field.type().broken(field, body, law, convention).ifPresent(it -> {
            throw rules.broken("unknown", it);
        });
        field.type().unbound(field, body, facts).ifPresent(it -> {
            throw rules.broken("unknown", it);
        });
        new WholeReading(field).unread(body, opens).ifPresent(it -> {
            throw rules.broken("unknown", it);
        });
        if (opens && field.fact() && !body.text(field.key()).equals(facts.getOrDefault(field.key(), ""))) {
            throw rules.broken("unknown", field.key());
        }
        if (opens && (!emergency || field.key().equals(EmergencyType.KEY))) {
            field.type().wrong(field, body).stream().findFirst().ifPresent(it -> {
                throw rules.broken("missing", it.field());
            });
        }
    }

    @Override
    public boolean admits(Role role, ParticipantKind kind) {
        return file.kinds(role).contains(kind);
    }

    /** What binds nobody; an emergency does not wait for a second officer. */
    @Override
    public boolean oneOfficerSuffices(Act act) {
        var type = act.envelope().type();
        return file.oneOfficer().contains(type)
                || type.equals(file.opening()) && Boolean.TRUE.equals(act.body().get(EmergencyType.KEY));
    }

    /** Every way in which an act of this type can be said while nothing is said yet. */
    Stream<ActFacts> said(String type, String role) {
        return said(type, role, Map.of(), state(Map.of("name", "")), Instant.EPOCH);
    }

    /** Every way in which an act of this type can be said here and now, as far as the fold can tell. */
    Stream<ActFacts> said(String type, String role, State state, Instant now) {
        return said(type, role, Map.of(), state, now);
    }

    /** @param given facts that are settled already */
    Stream<ActFacts> said(String type, String role, Map<String, String> given, State state, Instant now) {
        var said = Stream.of(given);
        for (var fact : step(type).map(MoveTable.Step::facts).orElse(Map.of()).entrySet()) {
            var values = given.containsKey(fact.getKey())
                    ? List.of(given.get(fact.getKey()))
                    : new SayableFacts(state.json(), now).of(fact.getValue());
            said = said.flatMap(it -> values.stream().map(value -> with(it, fact.getKey(), value)));
        }
        return said.map(it -> new ActFacts(ANY_ACT, type, role, it));
    }

    private static Map<String, String> with(Map<String, String> facts, String key, String value) {
        var more = new java.util.HashMap<>(facts);
        more.put(key, value);
        return more;
    }
}
