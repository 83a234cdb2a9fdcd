package org.comity.casework.joint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.comity.casework.CaseAccess;
import org.comity.casework.JointCases;
import org.comity.casework.joint.JointViews.Line;
import org.comity.casework.joint.JointViews.ListView;
import org.comity.casework.joint.JointViews.ThreadPage;
import org.comity.directory.Directory;
import org.comity.procedure.file.JointProcedure;
import org.comity.proof.table.Membership;
import org.comity.thread.JointThreads;
import org.comity.thread.JointThreads.Joint;
import org.comity.thread.JointThreads.KeptAct;
import org.comity.thread.JointThreads.OurPart;
import org.comity.ui.Choice;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Shows joint threads to our officers: who is in, what is agreed by whom, whose turn it is, what was said. */
@Component
class ReadingJointThread {

    private final JointThreads threads;
    private final JointDraftLines drafts;
    private final JointProcedures procedures;
    private final JointActsOnOffer offer;
    private final JointDocument document;
    private final ContinuingJointThread goingOn;
    private final Directory directory;
    private final CaseAccess access;
    private final Words words;
    private final StretchOfJointThread stretches;
    private final RefusedForGood refused;

    // More than eight: each gives one part of the page.
    ReadingJointThread(
            JointThreads threads,
            JointDraftLines drafts,
            JointProcedures procedures,
            JointActsOnOffer offer,
            JointDocument document,
            ContinuingJointThread goingOn,
            Directory directory,
            CaseAccess access,
            Words words,
            StretchOfJointThread stretches,
            RefusedForGood refused) {
        this.threads = threads;
        this.drafts = drafts;
        this.procedures = procedures;
        this.offer = offer;
        this.document = document;
        this.goingOn = goingOn;
        this.directory = directory;
        this.access = access;
        this.words = words;
        this.stretches = stretches;
        this.refused = refused;
    }

    /** @param listed a page of them, as far as the reader may see them */
    ListView list(JointCases.Listed listed, boolean first, Official by, Language language) {
        var lines =
                listed.cases().stream().map(it -> line(it.joint(), language)).toList();
        return new ListView(
                lines, first ? drafts.of(null, this, by, language) : List.of(), access.mayWrite(by), listed.cursor());
    }

    Line line(Joint joint, Language language) {
        var procedure = procedures.of(joint.procedure());
        var opening = opening(joint);
        var state = joint.state();
        return new Line(
                joint.id(),
                title(procedure, opening, language),
                opening.map(ReadingJointThread::reference).orElse(""),
                joint.drill(),
                standing(joint, procedure),
                turn(joint, procedure),
                state == null
                        ? List.of()
                        : state.parties().keySet().stream()
                                .map(it -> document.name(it, language))
                                .toList());
    }

    AgreementCards cards(JointProcedure procedure, Joint joint, Language language) {
        var acts = threads.acts(joint.id());
        return new AgreementCards(procedure, joint, acts, it -> document.name(it, language), words, language);
    }

    /** @param before the acts that are shown stand before this position; 0 is the one that began it */
    ThreadPage page(String id, int before, Official by, Language language) {
        var joint = threads.find(id).orElseThrow(JointRefused::unknown);
        var procedure = procedures.of(joint.procedure());
        var cards = cards(procedure, joint, language);
        var opening = opening(joint);
        var state = joint.state();
        var card = state == null
                ? null
                : new PartiesCard(
                        state,
                        procedure,
                        it -> document.name(it, language),
                        directory.self().id(),
                        refused.of(joint));
        var envelope = opening.map(KeptAct::envelope);
        boolean mayWrite = access.mayWrite(by);
        var stretch = stretches.of(joint, before, asked(joint), language);
        return new ThreadPage(
                id,
                procedure.law(),
                envelope.map(org.comity.proof.act.Envelope::convention).orElse(""),
                opening.map(ReadingJointThread::reference).orElse(""),
                joint.drill(),
                title(procedure, opening, language),
                standing(joint, procedure),
                turn(joint, procedure),
                joint.standing() == OurPart.INVITED && !offer.answered(joint),
                joint.disputed(),
                document.name(joint.keeper(), language),
                threads.seen(id).map(it -> it.fact()).orElse(""),
                until(joint, procedure),
                card == null ? List.of() : card.parties(),
                card == null ? List.of() : card.invited(),
                cards.texts(),
                cards.meetings(),
                cards.items(),
                cards.columns(),
                cards.last(),
                stretch.lines(),
                stretch.range(),
                state == null ? List.of() : stretches.places(state.parties().keySet(), language),
                mayWrite
                        ? offer.of(joint).stream()
                                .map(it -> Choice.of(it, label(procedure, it, language)))
                                .toList()
                        : List.of(),
                drafts.of(id, this, by, language),
                state == null
                        ? List.of()
                        : JointLetterController.onPaper(state, directory.self().id()).stream()
                                .map(it -> Choice.of(it, document.name(it, language)))
                                .toList(),
                goingOn.of(joint, language),
                goingOn.lasts(opening.orElse(null), shown(joint, cards.acts()), it -> document.name(it, language)),
                mayWrite);
    }

    /** Before the register is here, what we are asked by and what we answered. */
    List<KeptAct> shown(Joint joint, List<KeptAct> acts) {
        if (joint.lastEntry() > 0) return acts;
        var all = asked(joint);
        all.addAll(acts);
        return all;
    }

    /** What is begun and by what we are asked, before the register is here. */
    private List<KeptAct> asked(Joint joint) {
        var all = new ArrayList<KeptAct>();
        threads.asked(joint.id()).ifPresent(it -> {
            for (var act : new org.comity.proof.act.Act[] {it.opening(), it.invite()}) {
                if (act != null) all.add(new KeptAct(act.envelope(), act.body(), null, null));
            }
        });
        return all;
    }

    Optional<KeptAct> opening(Joint joint) {
        return threads.opening(joint.id()).or(() -> asked(joint).stream().findFirst());
    }

    /** The procedure of the thread, in which acts of this type are said. */
    String procedure(String thread, String type) {
        var joint = threads.find(thread).orElseThrow(JointRefused::unknown);
        if (!offer.of(joint).contains(type)) throw JointRefused.notOffered();
        return joint.procedure();
    }

    String edition(String thread) {
        return opened(thread).convention();
    }

    String reference(String thread) {
        return opened(thread).facts().getOrDefault("reference", "");
    }

    private org.comity.proof.act.Envelope opened(String thread) {
        return threads.find(thread)
                .flatMap(this::opening)
                .orElseThrow(JointRefused::unknown)
                .envelope();
    }

    String title(Joint joint, Language language) {
        return title(procedures.of(joint.procedure()), opening(joint), language);
    }

    static String reference(KeptAct opening) {
        return opening.envelope().facts().getOrDefault("reference", "");
    }

    String title(JointProcedure procedure, Optional<KeptAct> opening, Language language) {
        return opening.filter(it -> it.body() != null)
                .map(it -> procedure.subject(Objects.requireNonNull(it.body()), language.locale()))
                .orElseGet(() -> words.say(language, procedure.law() + ".name"));
    }

    String label(JointProcedure procedure, String type, Language language) {
        return words.say(language, JointDraftLines.key(procedure, type));
    }

    String standing(Joint joint) {
        return standing(joint, procedures.of(joint.procedure()));
    }

    private String standing(Joint joint, JointProcedure procedure) {
        var state = joint.state();
        return switch (joint.standing()) {
            case INVITED -> "joint.standing.INVITED";
            case LEFT -> joint.lastEntry() > 0 ? "joint.standing.LEFT" : "joint.standing." + answer(joint);
            case PARTY ->
                state == null
                        ? "joint.standing.INVITED"
                        : "state." + procedure.law() + "." + state.table().getOrDefault("name", "");
        };
    }

    /** Of who was never in: what became of the invitation. */
    private String answer(Joint joint) {
        var declined = threads.acts(joint.id()).stream()
                .reduce((_, last) -> last)
                .filter(it -> it.envelope().type().equals(Membership.DECLINE) && it.effective());
        return declined.isPresent() ? "DECLINED" : "NOT_IN";
    }

    /** Key of the message that says whose turn it is. */
    private String turn(Joint joint, JointProcedure procedure) {
        if (joint.standing() == OurPart.INVITED) {
            return offer.answered(joint) ? "joint.turn.answered" : "joint.turn.answer";
        }
        if (joint.standing() == OurPart.LEFT || joint.state() == null) return "joint.turn.nobody";
        if (ourTurn(joint, procedure)) return "joint.turn.ours";
        return procedure.turn(joint.state()).isPresent() ? "joint.turn.others" : "joint.turn.nobody";
    }

    private boolean ourTurn(Joint joint, JointProcedure procedure) {
        var state = joint.state();
        if (joint.standing() == OurPart.INVITED) return true;
        if (state == null || !state.parties().containsKey(directory.self().id())) return false;
        var offered = offer.of(joint);
        if (offered.contains("consent") || offered.contains("take-over")) return true;
        var role = state.parties().get(directory.self().id()).role();
        return procedure
                .turn(state)
                .map(it -> it.equals(JointProcedure.EVERY)
                        ? offered.stream().anyMatch(procedure.rules().every()::contains)
                                || procedure.rules().every().stream()
                                        .noneMatch(type -> procedure
                                                .offered(state, role, Instant.EPOCH)
                                                .contains(type))
                        : it.equals(role))
                .orElse(false);
    }

    private static @org.jspecify.annotations.Nullable Instant until(Joint joint, JointProcedure procedure) {
        return joint.state() != null
                        && joint.state().table().get(procedure.cards().until()) instanceof String text
                        && !text.isEmpty()
                ? Instant.parse(text)
                : null;
    }
}
