package org.comity.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells how a procedure between two States goes, act by act. Between nodes, by letter and from a seat the same stories are
 * played, each act with every field filled in.
 *
 * @param acts in their order; those of one step cross
 * @param ends states that it may end in: which act comes first is the keeper's to say where they cross
 */
public record StoryOfActs(String procedure, String kind, List<List<Said>> acts, List<String> ends) {

    /**
     * {@code A:} and {@code B:} where both may say one, {@code &} between two that cross, {@code @} for the id of the last
     * act of a type, {@code +} for days from now. Behind the arrow the states that it may end in.
     */
    private static final String STORIES = """
            preservation/1 happy: request, acknowledge, ask, answer, accept, report-preserved preservedAt=+0 until=+90, ask-extension, extend until=+120, hold, release -> Released
            preservation/1 refused: request, refuse -> Refused
            preservation/1 contested: request, warn, proceed, report-preserved preservedAt=+0 until=+90, ask-extension, refuse-extension -> Preserved
            preservation/1 withdrawn: request, acknowledge, withdraw -> Withdrawn
            preservation/1 crossing: request, withdraw & report-preserved preservedAt=+0 until=+90 -> Withdrawn
            inquiry/1 happy: inquire, acknowledge, ask, answer, supplement, reply part=whole, A:close -> Closed
            inquiry/1 refused: inquire, refuse -> Refused
            inquiry/1 contested: inquire, ask, answer, needs-request, A:close -> Closed
            inquiry/1 withdrawn: inquire, acknowledge, withdraw -> Withdrawn
            inquiry/1 crossing: inquire, withdraw & reply part=whole -> Withdrawn Answered
            spontaneous/1 happy: inform how=given limits=asked, acknowledge, accept-limits limitsOf=@inform, ask, answer, outcome, close -> Closed
            spontaneous/1 refused: inform how=offered limits=asked, decline-limits limitsOf=@inform -> LimitsDeclined
            spontaneous/1 contested: inform how=given limits=asked, decline-limits limitsOf=@inform, change-limits, accept-limits limitsOf=@change-limits, exculpatory, A:consult, close -> Closed
            spontaneous/1 withdrawn: inform how=given limits=none, withdraw -> Withdrawn
            spontaneous/1 crossing: inform how=given limits=asked, accept-limits limitsOf=@inform & change-limits -> LimitsOpen Given
            disclosure/1 happy: report outcome=disclosed, acknowledge, ask, answer, add, addressed, ask-use, consent-use use=@ask-use, close -> Closed
            disclosure/1 refused: report outcome=withheld, ask -> FactsAsked
            disclosure/1 contested: report outcome=withheld, ask, answer, disclose, acknowledge, ask-use, refuse-use use=@ask-use, exculpatory, B:consult, close -> Closed
            disclosure/1 withdrawn: report outcome=disclosed, withdraw -> Withdrawn
            disclosure/1 crossing: report outcome=disclosed, close & withdraw -> Closed Withdrawn
            information/1 happy: request, acknowledge, ask, answer, pass, inform, A:close -> Closed
            information/1 refused: request, refuse -> Refused
            information/1 contested: request, ask, answer, cannot -> Unable
            information/1 withdrawn: request, withdraw -> Withdrawn
            information/1 crossing: request, withdraw & inform -> Withdrawn Answered
            emergency-data/1 happy: request, acknowledge, give part=whole, confirm, account, A:close -> Closed
            emergency-data/1 refused: request, refuse -> Refused
            emergency-data/1 contested: request, ask, answer, give part=partial, give part=whole, account, confirm, B:close -> Closed
            emergency-data/1 withdrawn: request, acknowledge, withdraw, account -> Withdrawn
            emergency-data/1 crossing: request, withdraw & give part=whole -> Withdrawn Given
            extradition/1 happy: request asked=extradition, acknowledge, ask-assurances, assure answer=given, grant terms=none, appoint, surrender manner=final, A:close -> Closed
            extradition/1 arrest: request asked=arrest, arrest until=+40, submit, grant terms=asked, accept-terms -> Granted
            extradition/1 refused: request asked=extradition, refuse -> Refused
            extradition/1 contested: request asked=extradition, ask-assurances, assure answer=given, grant terms=asked, decline-terms, keep, ask-case, decline-case, ask-case, take-case, case-outcome -> Concluded
            extradition/1 withdrawn: request asked=extradition, withdraw -> Withdrawn
            extradition/1 crossing: request asked=extradition, withdraw & grant terms=none -> Withdrawn
            sentenced/1 happy: propose offer=offered, acknowledge, accept, confirm, A:consent consent=given, A:appoint, A:handed-over, completed -> Completed
            sentenced/1 refused: propose offer=offered, refuse -> Refused
            sentenced/1 contested: propose offer=offered, accept, confirm, A:consent consent=given, A:appoint, A:consent consent=withdrawn, refuse -> Refused
            sentenced/1 withdrawn: propose offer=asked, acknowledge, withdraw -> Withdrawn
            sentenced/1 crossing: propose offer=offered, confirm & accept -> ConsentAwaited
            proceedings/1 happy: propose offer=offered, acknowledge, accept, send-file, begin-case, report final=final -> Concluded
            proceedings/1 refused: propose offer=asked, decline -> Declined
            proceedings/1 contested: propose offer=offered, ask, answer, accept, send-file, begin-case, return-case -> GivenBack
            proceedings/1 withdrawn: propose offer=offered, withdraw -> Withdrawn
            proceedings/1 crossing: propose offer=offered, accept, send-file, take-back & begin-case -> TakenBack RunningThere
            consultation/1 happy: consult, acknowledge, reply, propose, accept proposal=@propose, A:close -> Closed
            consultation/1 refused: consult, decline -> NotOurs
            consultation/1 contested: consult, reply, propose, suggest, A:no-agreement -> NotAgreed
            consultation/1 withdrawn: consult, withdraw -> Withdrawn
            consultation/1 crossing: consult, reply, propose & suggest -> OurProposal TheirProposal
            interception/1 happy: request, acknowledge, accept, hand-over, start until=+30, batch, account batch=@batch, B:stop, A:close, B:notify left=more, B:destruction left=nothing -> Closed
            interception/1 refused: request, refuse -> Refused
            interception/1 contested: request, B:confidentiality, ask-status, status, B:costs, ask, answer, B:consult, postpone, accept, start until=+30, ask-renewal, refuse-renewal, deliver part=partial, not-matched delivery=@deliver, exculpatory, ask-use, refuse-use use=@ask-use, B:stop -> Stopped
            interception/1 withdrawn: request, acknowledge, withdraw -> Withdrawn
            interception/1 crossing: request, accept, withdraw & start until=+30 -> Withdrawn Stopped
            freezing/1 happy: request, acknowledge, traced next=measure, frozen part=whole until=+60, ask-longer, prolong until=+90, ask-use, consent-use use=@ask-use, intend-lift, give-reasons, lift hearing=heard -> Lifted
            freezing/1 refused: request, refuse -> Refused
            freezing/1 contested: request, B:confidentiality, ask-status, status, B:costs, A:consult, frozen part=partial until=+60, exculpatory, ask-use, refuse-use use=@ask-use, challenge court=brought, ask-longer, refuse-longer, intend-lift, give-reasons, keep, challenge court=decided -> Frozen
            freezing/1 withdrawn: request, withdraw -> Withdrawn
            freezing/1 crossing: request, frozen part=whole until=+60, intend-lift, give-reasons & lift hearing=unanswered -> LiftHeard Lifted
            confiscation/1 happy: request, acknowledge, submit, decided result=granted final=final, executed, ask-use, consent-use use=@ask-use, A:close -> Closed
            confiscation/1 refused: request, refuse -> Refused
            confiscation/1 contested: request, B:confidentiality, B:costs, ask-status, status, submit, challenge court=brought, challenge court=decided, decided result=denied final=appeal-open, decided result=partial final=final, exculpatory, B:consult, ask-use, refuse-use use=@ask-use, executed, A:close -> Closed
            confiscation/1 withdrawn: request, withdraw -> Withdrawn
            confiscation/1 crossing: request, submit, withdraw & decided result=granted final=final -> Withdrawn Ordered
            disposal/1 happy: request, acknowledge, offer-terms, accept-terms terms=@offer-terms, transfer part=whole, confirm, B:account, A:close -> Closed
            disposal/1 refused: request, refuse -> Refused
            disposal/1 contested: request, offer-terms, counter-terms, accept-counter terms=@counter-terms, transfer part=whole, not-arrived, transfer part=whole, confirm, A:close -> Closed
            disposal/1 withdrawn: request, acknowledge, withdraw -> Withdrawn
            disposal/1 crossing: request, offer-terms, accept-terms terms=@offer-terms & offer-terms -> Agreed TermsOffered
            onward-transfer/1 happy: ask-onward, acknowledge, ask, answer, offer-terms, accept-terms offer=@offer-terms, onward, A:close -> Closed
            onward-transfer/1 refused: ask-onward, refuse-onward -> Refused
            onward-transfer/1 contested: ask-onward, offer-terms, decline-terms offer=@offer-terms, authorise-onward, revoke-onward, B:close -> Closed
            onward-transfer/1 withdrawn: ask-onward, withdraw -> Withdrawn
            onward-transfer/1 crossing: ask-onward, withdraw & authorise-onward -> Withdrawn Authorised
            """;

    /** With files that travel from node to node. */
    private static final String WITH_ITEMS = """
            assistance/1 happy: request, acknowledge, propose-conditions, accept-conditions conditions=@propose-conditions, pass, deliver part=whole, matched delivery=@deliver, close -> Closed
            assistance/1 refused: request, acknowledge, refuse -> Refused
            assistance/1 contested: request, propose-conditions, decline-conditions conditions=@propose-conditions, accept, deliver part=whole, not-matched delivery=@deliver, deliver part=whole, matched delivery=@deliver, ask-use, refuse-use use=@ask-use, close -> Closed
            assistance/1 withdrawn: request, acknowledge, no-longer-required -> NoLongerRequired
            assistance/1 crossing: request, accept, no-longer-required & deliver part=whole -> NoLongerRequired Delivered
            """;

    /** The same where one of the two has no node. */
    private static final String WITH_FILES_BY_HAND = """
            assistance/1 happy: request, acknowledge, accept, pass, executed, deliver part=whole, matched delivery=@deliver, close -> Closed
            assistance/1 refused: request, acknowledge, refuse -> Refused
            """;

    /** To a service provider, which has no node but a seat, or is written to. */
    private static final String TO_PROVIDERS = """
            provider-order/1 happy: serve-order, acknowledge, ask, answer, report-preserved until=+60 rest=to-come, show-path, extend-order, report-preserved until=+120 rest=to-come, give part=partial, deliver part=whole, received delivery=@deliver, matched delivery=@deliver, close, destroyed delivery=@deliver, deleted, costs -> Closed
            provider-order/1 refused: serve-order, cannot -> Unable
            provider-order/1 contested: serve-order, raise-objection, uphold, start-collection collectedUntil=+30, raise-objection, narrow, deliver part=partial, not-matched delivery=@deliver, deliver part=whole, not-all, give part=whole, close -> Closed
            provider-order/1 withdrawn: serve-order, acknowledge, withdraw -> Withdrawn
            provider-order/1 crossing: serve-order, withdraw & report-preserved until=+60 rest=to-come -> Withdrawn
            """;

    private static final Set<String> BY_HAND = Set.of("happy", "arrest", "refused");
    private static final Pattern STORY = Pattern.compile("(\\S+) (\\S+): (.+) -> (.+)");

    public static List<StoryOfActs> betweenNodes() {
        return read(STORIES, WITH_ITEMS).toList();
    }

    /** Played on one node alone. */
    public static List<StoryOfActs> toProviders() {
        return TO_PROVIDERS.lines().map(StoryOfActs::read).toList();
    }

    /** So few of these, the first that bring most first, that every kind of field is said which any of them says. */
    public static List<StoryOfActs> fewestWithEachKindOfField(List<StoryOfActs> stories) {
        var chosen = new ArrayList<StoryOfActs>();
        var left = stories.stream().flatMap(it -> it.kindsOfFields().stream()).collect(Collectors.toSet());
        while (!left.isEmpty()) {
            var most = stories.getFirst();
            for (var each : stories) {
                if (each.of(left).size() > most.of(left).size()) most = each;
            }
            chosen.add(most);
            left.removeAll(most.kindsOfFields());
        }
        return chosen;
    }

    boolean toProvider() {
        return PracticeFiles.toProviders().contains(procedure);
    }

    private Set<String> of(Set<String> kinds) {
        var both = new HashSet<>(kinds);
        both.retainAll(kindsOfFields());
        return both;
    }

    /** By their names in the procedures' files. */
    public Set<String> kindsOfFields() {
        var file = PracticeFiles.file(procedure);
        return acts.stream()
                .flatMap(List::stream)
                .flatMap(it -> file.fields(it.type()).stream())
                .map(it -> it.type().name())
                .collect(Collectors.toSet());
    }

    /**
     * Where one of the two has no node it ends well or is refused: nothing crosses there, since one node registers both. What
     * goes to providers is played so in every other way, too.
     */
    public static List<StoryOfActs> onOneNode() {
        return Stream.concat(
                        read(STORIES, WITH_FILES_BY_HAND).filter(it -> BY_HAND.contains(it.kind())),
                        toProviders().stream().filter(it -> !it.kind().equals("crossing")))
                .toList();
    }

    private static Stream<StoryOfActs> read(String... stories) {
        return Stream.of(stories).flatMap(String::lines).map(StoryOfActs::read);
    }

    private static StoryOfActs read(String line) {
        var found = STORY.matcher(line);
        assertThat(found.matches()).as(line).isTrue();
        return new StoryOfActs(
                found.group(1),
                found.group(2),
                Stream.of(found.group(3).split(", "))
                        .map(it -> Arrays.stream(it.split(" & "))
                                .map(each -> Said.read(found.group(1), each))
                                .toList())
                        .toList(),
                List.of(found.group(4).split(" ")));
    }

    @Override
    public String toString() {
        return procedure + " " + kind;
    }

    /** @param requesting whether the State says it that asks; the other if not */
    public record Said(boolean requesting, String type, Map<String, String> says) {

        /** With every field filled in. */
        public WholeAct whole(String procedure, Instant now, UnaryOperator<String> newest) {
            var values = new LinkedHashMap<>(says);
            values.replaceAll((_, value) -> switch (value.charAt(0)) {
                case '@' -> newest.apply(value.substring(1));
                case '+' ->
                    now.truncatedTo(ChronoUnit.SECONDS)
                            .plus(Duration.ofDays(Integer.parseInt(value.substring(1))))
                            .toString();
                default -> value;
            });
            return WholeAct.of(procedure, type, values);
        }

        static Said read(String procedure, String text) {
            var words = text.split(" ");
            var type = words[0].replaceFirst("^[AB]:", "");
            var roles = WholeAct.by(procedure, type);
            boolean asks = words[0].startsWith("A:") || !words[0].startsWith("B:") && roles.contains("requesting");
            assertThat(roles.size() == 1 || words[0].contains(":")).as(text).isTrue();
            var says = new LinkedHashMap<String, String>();
            for (var each : List.of(words).subList(1, words.length)) {
                says.put(each.split("=")[0], each.split("=")[1]);
            }
            return new Said(asks, type, says);
        }
    }
}
