package org.comity.casework.joint;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.comity.casework.joint.JointViews.FormPage;
import org.comity.convention.Convention;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.procedure.ActField;
import org.comity.procedure.ActWriting.Written;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.file.JointProcedure;
import org.comity.procedure.form.ActFormView.RequestWords;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.ClockChoices;
import org.comity.procedure.form.NeededWhen;
import org.comity.procedure.form.OtherBasis;
import org.comity.proof.table.Membership;
import org.comity.thread.JointThreads;
import org.comity.thread.JointThreads.Joint;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.TypedMoment;
import org.comity.ui.TypedText;
import org.comity.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Asks what an act of a joint thread says, with what was said before to begin from, and reads what was posted. */
@Component
class WritingPage {

    private static final int LEAST_ROWS = 3;

    private final JointThreads threads;
    private final JointProcedures procedures;
    private final ReadingJointThread reading;
    private final MembershipFields membership;
    private final ContinuingJointThread goingOn;
    private final Directory directory;
    private final Words words;

    WritingPage(
            JointThreads threads,
            JointProcedures procedures,
            ReadingJointThread reading,
            MembershipFields membership,
            ContinuingJointThread goingOn,
            Directory directory,
            Words words) {
        this.threads = threads;
        this.procedures = procedures;
        this.reading = reading;
        this.membership = membership;
        this.goingOn = goingOn;
        this.directory = directory;
        this.words = words;
    }

    /** @param thread empty where it is begun */
    FormPage page(
            String thread,
            String procedureId,
            String type,
            @Nullable JointDraft draft,
            FormProblems problems,
            Language language) {
        return page(thread, procedureId, type, draft, null, problems, language);
    }

    FormPage goingOn(JointProcedure procedure, ContinuingJointThread.Beginning beginning, Language language) {
        return page("", procedure.id(), procedure.opening(), null, beginning, FormProblems.NONE, language);
    }

    private FormPage page(
            String thread,
            String procedureId,
            String type,
            @Nullable JointDraft draft,
            ContinuingJointThread.@Nullable Beginning beginning,
            FormProblems problems,
            Language language) {
        var procedure = procedures.of(procedureId);
        boolean opens = thread.isEmpty();
        var joint = opens ? null : threads.find(thread).orElseThrow(JointRefused::unknown);
        var opening = joint == null ? null : reading.opening(joint).orElse(null);
        var edition = opening == null
                ? offered(procedure, language).getFirst().value()
                : opening.envelope().convention();
        var begun = draft != null
                ? new Written(draft.body(), new TreeMap<>(draft.facts()))
                : beginning != null
                        ? new Written(beginning.body(), beginning.facts())
                        : begin(procedure, joint, type, language);
        var body = begun.body();
        var facts = begun.facts();
        boolean shared = Membership.TYPES.contains(type);
        var askable = membership.askable(joint, procedure, type);
        var fields = shared
                ? membership.fields(java.util.Objects.requireNonNull(joint), procedure, type, askable, language)
                : procedure.fields(type).stream()
                        .map(it -> asked(procedure, joint, it, body, facts, language))
                        .toList();
        return new FormPage(
                thread,
                opening == null ? "" : opening.envelope().facts().getOrDefault("reference", ""),
                shared ? "joint" : procedure.law(),
                type,
                reading.label(procedure, type, language),
                words.say(language, (shared ? "joint" : procedure.law()) + ".about." + type),
                fields,
                body,
                facts,
                goingOn.without(facts, language),
                opens ? MembershipFields.states(askable, procedure, language) : List.of(),
                MembershipFields.lacking(askable, procedure, language),
                opens ? offered(procedure, language) : List.of(),
                shared ? List.of() : procedure.said(type, draft == null ? edition : draft.convention()),
                edition,
                ClockChoices.of(language, directory.self()),
                draft == null ? "" : draft.id(),
                draft == null ? 0 : draft.version(),
                draft != null ? draft.invites() : beginning != null ? beginning.invites() : List.of(),
                shared ? problems : new NamedProblems(words).named(problems, procedure, type, language));
    }

    List<Choice> offered(JointProcedure procedure, Language language) {
        return procedure.offered().stream()
                .map(Convention.Offer::law)
                .map(it -> Choice.of(
                        it.edition(),
                        words.say(language, "joint.instrument." + it.edition().split("/")[0])))
                .toList();
    }

    /** The text that is open, or agreed, or model words; of what is said whole each time, what we said last; else nothing. */
    private Written begin(JointProcedure procedure, @Nullable Joint joint, String type, Language language) {
        if (joint != null) {
            var before = reading.cards(procedure, joint, language)
                    .before(type, directory.self().id());
            if (before.isPresent()) {
                var facts = new TreeMap<>(before.get().envelope().facts());
                facts.keySet()
                        .retainAll(procedure.fields(type).stream()
                                .filter(FiledField::fact)
                                .map(FiledField::key)
                                .toList());
                return new Written(java.util.Objects.requireNonNull(before.get().body()), facts);
            }
        }
        var body = new LinkedHashMap<String, Object>();
        for (var field : procedure.fields(type)) {
            var model = procedure.law() + ".model." + field.key();
            if (words.has("en", model)) body.put(field.key(), words.say(language, model));
            if (field.type().name().equals("authority")) {
                body.put(field.key(), directory.self().name(language.tag()));
            }
        }
        return new Written(body, Map.of());
    }

    private RequestWords asked(
            JointProcedure procedure,
            @Nullable Joint joint,
            FiledField filed,
            Map<String, Object> body,
            Map<String, String> facts,
            Language language) {
        var field = filed.asked();
        var choices = filed.type().speaks()
                ? spoken(joint, filed.key(), language)
                : options(procedure, field.key(), field, language);
        var moment = field.kind() == ActField.Kind.INSTANT
                ? TypedMoment.ofKept(
                        new BodyFields(field.fact() ? Map.copyOf(facts) : body).text(field.key()), ZoneOffset.UTC)
                : null;
        return new RequestWords(
                field.key(),
                field.kind().name(),
                field.needed(),
                field.fact(),
                choices,
                moment,
                joint == null
                        ? List.of()
                        : PartyColumns.columns(
                                field,
                                reading.cards(procedure, joint, language),
                                directory.self().id()),
                field.kind() == ActField.Kind.ROWS ? rows(field, body) : List.of(),
                false,
                NeededWhen.said(procedure.law(), field.when(), words, language));
    }

    private static List<Map<String, Object>> rows(ActField field, Map<String, Object> body) {
        var rows = new ArrayList<>(new BodyFields(body).maps(field.key()));
        do rows.add(new LinkedHashMap<>());
        while (rows.size() < LEAST_ROWS);
        return rows;
    }

    /** What is open now: of two, the one that the table waits for. */
    private List<Choice> spoken(@Nullable Joint joint, String key, Language language) {
        if (joint == null || joint.state() == null) return List.of();
        return Stream.ofNullable(joint.state().table().get(key))
                .map(String::valueOf)
                .filter(it -> !it.isEmpty())
                .map(it -> Choice.of(
                        it,
                        threads.acts(joint.id()).stream()
                                .filter(act -> act.envelope().id().equals(it) && act.entry() != null)
                                .map(act -> words.say(
                                        language,
                                        "joint.entry",
                                        "n",
                                        java.util.Objects.requireNonNull(act.entry())
                                                .entry()
                                                .n()))
                                .findFirst()
                                .orElse(it)))
                .toList();
    }

    private List<Choice> options(JointProcedure procedure, String key, ActField field, Language language) {
        return field.options().stream()
                .map(it -> Choice.of(it, words.say(language, procedure.law() + ".option." + key + "." + it)))
                .toList();
    }

    /** As a page posted it. */
    Written read(String procedureId, String type, MultiValueMap<String, String> form) {
        var procedure = procedures.of(procedureId);
        if (Membership.TYPES.contains(type)) return membership.read(form);
        var written = procedure.read(type, form);
        if (!type.equals(procedure.opening())) return written;
        var body = new LinkedHashMap<>(written.body());
        var instrument = instrument(form).split("/")[0];
        body.put("instrument", instrument);
        if (instrument.equals("other")) {
            for (var key : List.of(OtherBasis.KIND, OtherBasis.TITLE)) {
                body.put(key, TypedText.clean(form.getFirst(key)));
            }
        }
        return new Written(body, ContinuingJointThread.facts(written.facts(), form));
    }

    static String instrument(MultiValueMap<String, String> form) {
        return java.util.Objects.requireNonNullElse(form.getFirst("instrument"), "");
    }

    /** @param thread empty where it is begun */
    FormProblems problems(
            String thread, String procedureId, String type, Written written, List<String> invites, String edition) {
        var procedure = procedures.of(procedureId);
        if (Membership.TYPES.contains(type)) return membership.problems(type, written);
        var found = FormProblems.NONE;
        if (type.equals(procedure.opening())) {
            boolean chosen = !new BodyFields(written.body()).text("instrument").isEmpty();
            if (!chosen
                    || offered(procedure, Language.ENGLISH).stream()
                            .noneMatch(it -> it.value().equals(edition))) {
                found = found.with("instrument", "joint.needed.instrument");
            }
            if (chosen
                    && edition.startsWith(JointProcedures.OTHER)
                    && new BodyFields(written.body()).text(OtherBasis.TITLE).isEmpty()) {
                found = found.with(OtherBasis.TITLE, "joint.needed.basis");
            }
            boolean known = !invites.isEmpty()
                    && invites.stream()
                            .allMatch(it -> directory
                                    .find(it)
                                    .filter(Participant::hasNode)
                                    .isPresent());
            if (!known) found = found.with("states", "joint.needed.states");
            boolean lacks = invites.stream()
                    .flatMap(it -> directory.find(it).stream())
                    .anyMatch(it -> !MembershipFields.listed(it, procedure));
            if (lacks) found = found.with("states", "joint.needed.listed");
            found = found.and(goingOn.problems(written.facts(), invites));
        }
        var state = thread.isEmpty()
                ? null
                : threads.find(thread).orElseThrow(JointRefused::unknown).state();
        if (state != null) found = found.and(PartyColumns.problems(procedure.cards(), state, written.body()));
        return found.and(procedure.problems(type, written));
    }
}
