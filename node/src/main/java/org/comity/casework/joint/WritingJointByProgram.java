package org.comity.casework.joint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.casework.CaseAccess;
import org.comity.casework.Compartments;
import org.comity.casework.JointWriting;
import org.comity.identity.Approvals;
import org.comity.procedure.ActWriting.Written;
import org.comity.procedure.file.JointProcedure;
import org.comity.procedure.form.OtherBasis;
import org.comity.proof.table.Membership;
import org.comity.proof.table.PartyRules;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes in joint threads for programs: what a page would say of a form, a program is told as the field that is wrong. */
@Component
@Transactional
class WritingJointByProgram implements JointWriting {

    private static final int LONGEST_NOTE = 1000;

    /** Facts that belong to every joint thread, and the number that the node gives. */
    private static final Set<String> OF_THE_PROGRAM =
            Stream.concat(PartyRules.RESERVED.stream(), Stream.of("reference")).collect(Collectors.toUnmodifiableSet());

    /** Asked of every opening act, beside the fields of its procedure. */
    private static final Set<String> BASIS =
            Set.of("instrument", OtherBasis.KIND, OtherBasis.TITLE, OtherBasis.ARTICLE);

    private final WritingJointActs writing;
    private final JointDraftRows drafts;
    private final WritingPage pages;
    private final ReadingJointThread reading;
    private final JointProcedures procedures;
    private final CaseAccess access;
    private final Compartments compartments;

    WritingJointByProgram(
            WritingJointActs writing,
            JointDraftRows drafts,
            WritingPage pages,
            ReadingJointThread reading,
            JointProcedures procedures,
            CaseAccess access,
            Compartments compartments) {
        this.writing = writing;
        this.drafts = drafts;
        this.pages = pages;
        this.reading = reading;
        this.procedures = procedures;
        this.access = access;
        this.compartments = compartments;
    }

    @Override
    public JointWritten open(
            String procedure,
            String edition,
            List<String> states,
            Map<String, Object> given,
            Map<String, String> facts,
            Official by) {
        access.mustWrite(by);
        var known = procedures.find(procedure).orElseThrow(() -> JointRefused.field("procedure"));
        onlyAsked(known, known.opening(), given, facts);
        var body = new LinkedHashMap<>(given);
        body.put("instrument", edition.split("/")[0]);
        WritingJointActs.mustFit(body, states);
        right(pages.problems("", procedure, known.opening(), new Written(body, facts), states, edition));
        return json(writing.start(null, procedure, known.opening(), edition, body, facts, states, by));
    }

    @Override
    public JointWritten say(
            String thread, String type, Map<String, Object> body, Map<String, String> facts, Official by) {
        access.mustWrite(by);
        if (compartments.hides(thread, by)) throw JointRefused.unknown();
        var procedure = reading.procedure(thread, type);
        onlyAsked(procedures.of(procedure), type, body, facts);
        WritingJointActs.mustFit(body, List.of());
        var edition = reading.edition(thread);
        right(pages.problems(thread, procedure, type, new Written(body, facts), List.of(), edition));
        return json(writing.start(thread, procedure, type, edition, body, facts, List.of(), by));
    }

    /** What no page asks a program does not say either: least of all in whose name it is said (R94, R102). */
    private static void onlyAsked(
            JointProcedure procedure, String type, Map<String, Object> body, Map<String, String> facts) {
        boolean shared = Membership.TYPES.contains(type);
        facts.keySet().stream()
                .filter(it -> shared ? !MembershipFields.FACTS.contains(it) : OF_THE_PROGRAM.contains(it))
                .findFirst()
                .ifPresent(it -> {
                    throw JointRefused.field(it);
                });
        if (!shared) {
            var asked = asked(procedure, type);
            body.keySet().stream().filter(it -> !asked.contains(it)).findFirst().ifPresent(it -> {
                throw JointRefused.field(it);
            });
            return;
        }
        body.forEach((name, said) -> {
            if (!name.equals(MembershipFields.TEXT) || !(said instanceof String)) throw JointRefused.field(name);
        });
    }

    private static Set<String> asked(JointProcedure procedure, String type) {
        boolean opens = type.equals(procedure.opening());
        var fields = procedure.fields(type).stream().filter(it -> opens || !it.fact());
        return Stream.concat(
                        fields.flatMap(it -> it.type().keys(it.key()).stream()), opens ? BASIS.stream() : Stream.of())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void right(FormProblems problems) {
        if (problems.any()) throw JointRefused.field(problems.all().getFirst().field());
    }

    @Override
    @Transactional(readOnly = true)
    public List<JointWritten> unsent(String thread, Official by) {
        access.mustRead(by);
        if (compartments.hides(thread, by)) throw JointRefused.unknown();
        return drafts.unsent(thread).stream().map(WritingJointByProgram::json).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public JointWritten get(String id, Official by) {
        access.mustRead(by);
        return json(seen(id, by));
    }

    private JointDraft seen(String id, Official by) {
        var draft = writing.get(id);
        var thread = draft.thread();
        if (thread != null && compartments.hides(thread, by)) throw JointRefused.unknown();
        return draft;
    }

    @Override
    public void discard(String id, Official by) {
        access.mustWrite(by);
        writing.discard(seen(id, by).id(), by);
    }

    @Override
    public JointWritten submit(String id, Official by) {
        access.mustWrite(by);
        return json(writing.submit(seen(id, by).id(), by));
    }

    @Override
    public JointWritten giveBack(String id, String why, Official by) {
        access.mustRead(by);
        if (why.isBlank() || why.length() > LONGEST_NOTE) throw JointRefused.field("why");
        return json(writing.giveBack(seen(id, by).id(), why, by));
    }

    @Override
    public JointWritten approve(String id, Approvals.Proof proof, Official by) {
        access.mustRead(by);
        return json(writing.approve(seen(id, by).id(), proof, by));
    }

    private static JointWritten json(JointDraft draft) {
        return new JointWritten(
                draft.id(),
                draft.thread(),
                draft.procedure(),
                draft.type(),
                draft.convention(),
                draft.status().name().toLowerCase(Locale.ROOT),
                draft.version(),
                draft.body(),
                draft.facts(),
                draft.invites(),
                draft.act(),
                draft.givenBack());
    }
}
