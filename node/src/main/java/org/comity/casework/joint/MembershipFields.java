package org.comity.casework.joint;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.procedure.ActWriting.Written;
import org.comity.procedure.file.JointProcedure;
import org.comity.procedure.form.ActFormView.RequestWords;
import org.comity.proof.table.JointState;
import org.comity.proof.table.Membership;
import org.comity.thread.AdoptedAuthorities;
import org.comity.thread.JointThreads;
import org.comity.thread.JointThreads.Joint;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.TypedText;
import org.comity.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Asks and reads the eight acts that belong to all joint threads (R104). */
@Component
class MembershipFields {

    static final String TEXT = "text";
    static final List<String> FACTS = List.of("party", "as", "shown", "invitation");

    private final JointThreads threads;
    private final JointDocument document;
    private final Directory directory;
    private final AdoptedAuthorities adopted;
    private final Words words;

    MembershipFields(
            JointThreads threads,
            JointDocument document,
            Directory directory,
            AdoptedAuthorities adopted,
            Words words) {
        this.threads = threads;
        this.document = document;
        this.directory = directory;
        this.adopted = adopted;
        this.words = words;
    }

    /** @param askable who could be asked, where {@code type} asks somebody */
    List<RequestWords> fields(
            Joint joint, JointProcedure procedure, String type, List<Participant> askable, Language language) {
        var asked = switch (type) {
            case "invite" ->
                Stream.of(
                        choice("party", strangers(askable, procedure, language)),
                        choice("as", roles(joint, procedure, language)),
                        choice("shown", said(procedure.rules().shown(), "joint.shown.", language)));
            case "consent" -> Stream.of(choice("invitation", invitations(joint, language)));
            case "join", Membership.DECLINE ->
                Stream.of(choice(
                        "invitation",
                        threads.asked(joint.id()).stream()
                                .map(it -> Choice.of(
                                        it.act(),
                                        words.say(
                                                language,
                                                "joint.asked-by",
                                                "state",
                                                document.name(it.sender(), language),
                                                "role",
                                                words.say(language, "joint.role." + it.role()))))
                                .toList()));
            case "hand-over" -> Stream.of(choice("party", others(parties(joint), language)));
            case "remove" -> Stream.of(choice("party", others(partiesAndInvited(joint), language)));
            default -> Stream.<RequestWords>of();
        };
        return Stream.concat(asked, Stream.of(field("text", "TEXT", false, List.of())))
                .toList();
    }

    private static RequestWords choice(String key, List<Choice> options) {
        return field(key, "CHOICE", true, options);
    }

    private static RequestWords field(String key, String kind, boolean fact, List<Choice> options) {
        return new RequestWords(key, kind, fact, fact, options, null, List.of(), List.of(), false, "");
    }

    private List<Choice> strangers(List<Participant> askable, JointProcedure procedure, Language language) {
        return askable.stream()
                .filter(it -> listed(it, procedure))
                .map(it -> Choice.of(
                        it.id(),
                        it.hasNode()
                                ? it.name(language.tag())
                                : words.say(language, "joint.from-our-seats", "state", it.name(language.tag()))))
                .toList();
    }

    /**
     * Who could be asked, whether its node carries the procedure out or not; before a thread is begun, anybody with a node; nobody,
     * where the act asks nobody. Read once for a page: it looks through the whole directory.
     */
    List<Participant> askable(@Nullable Joint joint, JointProcedure procedure, String type) {
        if (joint != null && !type.equals("invite")) return List.of();
        var state = joint == null ? null : Objects.requireNonNull(joint.state());
        var given = state == null ? Set.of(MakingJointActs.INVITED_AS) : given(state, procedure);
        // Before a thread is begun, only those with a node are asked.
        var withoutWord = state == null ? Set.<String>of() : adopted.all();
        return directory.all().stream()
                .filter(it -> !it.id().equals(directory.self().id()))
                .filter(it -> state == null
                        ? it.hasNode()
                        : !state.parties().containsKey(it.id())
                                && !state.invited().containsKey(it.id()))
                .filter(it -> given.stream().anyMatch(role -> procedure.admits(role, it.kind())))
                .filter(it -> directory.standing(it.id()) == Directory.Validity.VALID)
                .filter(it -> it.hasNode() || !withoutWord.contains(it.id()))
                .toList();
    }

    /** Whom an opening act can ask. */
    static List<Choice> states(List<Participant> askable, JointProcedure procedure, Language language) {
        return askable.stream()
                .filter(it -> listed(it, procedure))
                .map(it -> Choice.of(it.id(), it.name(language.tag())))
                .toList();
    }

    /** Names of those who could be asked if their node carried this procedure out; empty where nobody is asked. */
    static String lacking(List<Participant> askable, JointProcedure procedure, Language language) {
        return askable.stream()
                .filter(it -> !listed(it, procedure))
                .map(it -> it.name(language.tag()))
                .collect(Collectors.joining(", "));
    }

    /** Whether a participant's node carries the procedure out, by its entry; one without a node speaks at another's. */
    static boolean listed(Participant asked, JointProcedure procedure) {
        var node = asked.node();
        return node == null || node.procedures().contains(procedure.id());
    }

    private List<Choice> roles(Joint joint, JointProcedure procedure, Language language) {
        return said(given(Objects.requireNonNull(joint.state()), procedure), "joint.role.", language);
    }

    /** Roles that we may give. */
    private Set<String> given(JointState state, JointProcedure procedure) {
        var ours = Objects.requireNonNull(state.parties().get(directory.self().id()));
        return procedure.rules().invite().getOrDefault(ours.role(), Set.of());
    }

    private List<Choice> said(Set<String> values, String key, Language language) {
        return values.stream()
                .sorted()
                .map(it -> Choice.of(it, words.say(language, key + it)))
                .toList();
    }

    private List<Choice> invitations(Joint joint, Language language) {
        JointState state = Objects.requireNonNull(joint.state());
        return state.invited().entrySet().stream()
                .filter(it -> !it.getValue().agreed().contains(directory.self().id()))
                .map(it -> Choice.of(it.getValue().act(), document.name(it.getKey(), language)))
                .toList();
    }

    private static Set<String> parties(Joint joint) {
        return Objects.requireNonNull(joint.state()).parties().keySet();
    }

    private static Set<String> partiesAndInvited(Joint joint) {
        var all = new LinkedHashSet<>(parties(joint));
        all.addAll(Objects.requireNonNull(joint.state()).invited().keySet());
        return all;
    }

    private List<Choice> others(Set<String> participants, Language language) {
        return participants.stream()
                .filter(it -> !it.equals(directory.self().id()))
                .map(it -> Choice.of(it, document.name(it, language)))
                .toList();
    }

    Written read(MultiValueMap<String, String> form) {
        var facts = new TreeMap<String, String>();
        for (var each : FACTS) {
            var said = TypedText.clean(form.getFirst(each));
            if (!said.isEmpty()) facts.put(each, said);
        }
        return new Written(Map.of("text", TypedText.clean(form.getFirst("text"))), facts);
    }

    FormProblems problems(String type, Written written) {
        var needed = switch (type) {
            case "invite" -> List.of("party", "as", "shown");
            case "consent", "join", Membership.DECLINE -> List.of("invitation");
            case "hand-over", "remove" -> List.of("party");
            default -> List.<String>of();
        };
        var found = FormProblems.NONE;
        for (var each : needed) {
            if (!written.facts().containsKey(each)) found = found.with(each, "joint.needed");
        }
        return found;
    }
}
