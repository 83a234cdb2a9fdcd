package org.comity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.procedure.file.PracticeFiles;
import org.comity.procedure.file.WholeAct;
import org.comity.proof.Verify;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every procedure that is a file is played between two real nodes through AS4: it ends well, is refused, is withdrawn,
 * and acts of both States cross. Both nodes end with the same register, and what either exports holds without a node.
 */
@ExtendWith(TwoNodes.class)
class EveryProcedureIT {

    /**
     * Acts in their order; {@code A:} and {@code B:} where both may say one, {@code &} between two that cross, {@code @} for
     * the id of the last act of a type, {@code +} for days from now. Behind the arrow the states that it may end in: which
     * act comes first is the keeper's to say where they cross.
     */
    private static final String STORIES = """
            preservation/1 happy: request, acknowledge, ask, answer, accept, report-preserved preservedAt=+0 until=+90, ask-extension, extend until=+120, hold, release -> Released
            preservation/1 refused: request, refuse -> Refused
            preservation/1 withdrawn: request, acknowledge, withdraw -> Withdrawn
            preservation/1 crossing: request, withdraw & report-preserved preservedAt=+0 until=+90 -> Withdrawn
            assistance/1 happy: request, acknowledge, propose-conditions, accept-conditions conditions=@propose-conditions, pass, deliver part=whole, matched delivery=@deliver, close -> Closed
            assistance/1 refused: request, acknowledge, refuse -> Refused
            assistance/1 contested: request, propose-conditions, decline-conditions conditions=@propose-conditions, accept, deliver part=whole, not-matched delivery=@deliver, deliver part=whole, matched delivery=@deliver, ask-use, refuse-use use=@ask-use, close -> Closed
            assistance/1 withdrawn: request, acknowledge, no-longer-required -> NoLongerRequired
            assistance/1 crossing: request, accept, no-longer-required & deliver part=whole -> NoLongerRequired Delivered
            inquiry/1 happy: inquire, acknowledge, ask, answer, supplement, reply part=whole, A:close -> Closed
            inquiry/1 refused: inquire, refuse -> Refused
            inquiry/1 withdrawn: inquire, acknowledge, withdraw -> Withdrawn
            inquiry/1 crossing: inquire, withdraw & reply part=whole -> Withdrawn Answered
            spontaneous/1 happy: inform how=given limits=asked, acknowledge, accept-limits limitsOf=@inform, ask, answer, outcome, close -> Closed
            spontaneous/1 refused: inform how=offered limits=asked, decline-limits limitsOf=@inform -> LimitsDeclined
            spontaneous/1 withdrawn: inform how=given limits=none, withdraw -> Withdrawn
            spontaneous/1 crossing: inform how=given limits=asked, accept-limits limitsOf=@inform & change-limits -> LimitsOpen Given
            disclosure/1 happy: report outcome=disclosed, acknowledge, ask, answer, add, addressed, close -> Closed
            disclosure/1 refused: report outcome=withheld, ask -> FactsAsked
            disclosure/1 withdrawn: report outcome=disclosed, withdraw -> Withdrawn
            disclosure/1 crossing: report outcome=disclosed, close & withdraw -> Closed Withdrawn
            information/1 happy: request, acknowledge, ask, answer, pass, inform, A:close -> Closed
            information/1 refused: request, refuse -> Refused
            information/1 withdrawn: request, withdraw -> Withdrawn
            information/1 crossing: request, withdraw & inform -> Withdrawn Answered
            emergency-data/1 happy: request, acknowledge, give part=whole, confirm, account, A:close -> Closed
            emergency-data/1 refused: request, refuse -> Refused
            emergency-data/1 withdrawn: request, acknowledge, withdraw, account -> Withdrawn
            emergency-data/1 crossing: request, withdraw & give part=whole -> Withdrawn Given
            extradition/1 happy: request asked=extradition, acknowledge, ask-assurances, assure, grant terms=none, appoint, surrender manner=final, A:close -> Closed
            extradition/1 arrest: request asked=arrest, arrest until=+40, submit, grant terms=asked, accept-terms -> Granted
            extradition/1 refused: request asked=extradition, refuse -> Refused
            extradition/1 withdrawn: request asked=extradition, withdraw -> Withdrawn
            extradition/1 crossing: request asked=extradition, withdraw & grant terms=none -> Withdrawn
            sentenced/1 happy: propose offer=offered, acknowledge, accept, confirm, A:consent consent=given, A:appoint, A:handed-over, completed -> Completed
            sentenced/1 refused: propose offer=offered, refuse -> Refused
            sentenced/1 withdrawn: propose offer=asked, acknowledge, withdraw -> Withdrawn
            sentenced/1 crossing: propose offer=offered, confirm & accept -> ConsentAwaited
            proceedings/1 happy: propose offer=offered, acknowledge, accept, send-file, begin-case, report final=final -> Concluded
            proceedings/1 refused: propose offer=asked, decline -> Declined
            proceedings/1 withdrawn: propose offer=offered, withdraw -> Withdrawn
            proceedings/1 crossing: propose offer=offered, accept, send-file, take-back & begin-case -> TakenBack RunningThere
            consultation/1 happy: consult, acknowledge, reply, propose, accept proposal=@propose, A:close -> Closed
            consultation/1 refused: consult, decline -> NotOurs
            consultation/1 withdrawn: consult, withdraw -> Withdrawn
            consultation/1 crossing: consult, reply, propose & suggest -> OurProposal TheirProposal
            interception/1 happy: request, acknowledge, accept, hand-over, start until=+30, batch, account batch=@batch, B:stop, A:close, B:notify left=more, B:destruction left=nothing -> Closed
            interception/1 refused: request, refuse -> Refused
            interception/1 withdrawn: request, acknowledge, withdraw -> Withdrawn
            interception/1 crossing: request, accept, withdraw & start until=+30 -> Withdrawn Stopped
            freezing/1 happy: request, acknowledge, traced next=measure, frozen part=whole until=+60, ask-longer, prolong until=+90, intend-lift, give-reasons, lift hearing=heard -> Lifted
            freezing/1 refused: request, refuse -> Refused
            freezing/1 withdrawn: request, withdraw -> Withdrawn
            freezing/1 crossing: request, frozen part=whole until=+60, intend-lift, give-reasons & lift hearing=unanswered -> LiftHeard Lifted
            confiscation/1 happy: request, acknowledge, submit, decided result=granted, executed, A:close -> Closed
            confiscation/1 refused: request, refuse -> Refused
            confiscation/1 withdrawn: request, withdraw -> Withdrawn
            confiscation/1 crossing: request, submit, withdraw & decided result=granted -> Withdrawn Ordered
            disposal/1 happy: request, acknowledge, offer-terms, accept-terms terms=@offer-terms, transfer part=whole, confirm, B:account, A:close -> Closed
            disposal/1 refused: request, refuse -> Refused
            disposal/1 withdrawn: request, acknowledge, withdraw -> Withdrawn
            disposal/1 crossing: request, offer-terms, accept-terms terms=@offer-terms & offer-terms -> Agreed TermsOffered
            onward-transfer/1 happy: ask-onward, acknowledge, ask, answer, offer-terms, accept-terms offer=@offer-terms, onward, A:close -> Closed
            onward-transfer/1 refused: ask-onward, refuse-onward -> Refused
            onward-transfer/1 withdrawn: ask-onward, withdraw -> Withdrawn
            onward-transfer/1 crossing: ask-onward, withdraw & authorise-onward -> Withdrawn Authorised
            """;

    private static final Pattern STORY = Pattern.compile("(\\S+) (\\S+): (.+) -> (.+)");
    private static final int AT_ONCE = 6;

    /** With {@code --full} all are played. */
    private static final Set<String> IN_EACH_RUN = Set.of("happy", "crossing");

    /** To play some alone, of every kind, e.g. {@code -Dstories.only=inquiry/1}. */
    private static final Pattern ONLY = Pattern.compile(System.getProperty("stories.only", ""));

    private static final boolean FULL = Boolean.getBoolean("comity.full");
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    @Test
    void each_procedure_has_a_story_of_each_kind() {
        var kindsOfEach = stories().stream()
                .collect(Collectors.groupingBy(
                        StoryOfActs::procedure, Collectors.mapping(StoryOfActs::kind, Collectors.toSet())));

        assertThat(kindsOfEach.keySet()).containsAll(PracticeFiles.betweenTwo());
        assertThat(kindsOfEach)
                .allSatisfy((procedure, kinds) ->
                        assertThat(kinds).as(procedure).contains("happy", "refused", "withdrawn", "crossing"));
    }

    @Test
    void each_story_ends_the_same_on_both_nodes_and_holds_without_them() throws Exception {
        var preserved = Programs.preserved(Duration.ofDays(90));
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var played = threads.invokeAll(stories().stream()
                    .filter(it -> ONLY.matcher(it.toString()).find())
                    .filter(it -> FULL || !ONLY.pattern().isEmpty() || IN_EACH_RUN.contains(it.kind()))
                    .<Callable<String>>map(it -> () -> played(it, preserved))
                    .toList());
            var wrong = new ArrayList<String>();
            for (var each : played) {
                if (!each.get().isEmpty()) wrong.add(each.get());
            }
            assertThat(wrong).as(String.join("\n", wrong)).isEmpty();
        }
    }

    private String played(StoryOfActs story, String preserved) {
        try {
            var reference = new Playing(story, preserved).play();
            same(story, reference);
            return "";
        } catch (Exception | AssertionError e) {
            return story + ": " + e;
        }
    }

    private void same(StoryOfActs story, String reference) throws IOException {
        var here = Programs.get(1, "/requests/" + reference);
        var there = Programs.get(2, "/requests/" + reference);
        assertThat(Programs.register(1, reference)).isEqualTo(Programs.register(2, reference));
        assertThat(JsonPath.<Object>read(here, "$.state")).isEqualTo(JsonPath.read(there, "$.state"));
        assertThat(JsonPath.<String>read(here, "$.request.state"))
                .isIn((Object[]) story.ends())
                .isEqualTo(JsonPath.read(there, "$.request.state"));
        assertThat(JsonPath.<Object>read(here, "$.disputed")).isNull();
        assertThat(JsonPath.<Object>read(there, "$.disputed")).isNull();
        verified(reference);
    }

    private void verified(String reference) throws IOException {
        var thread = thread(1, reference);
        assertThat(thread(2, reference)).isEqualTo(thread);
        var zip = Files.write(folder.resolve(reference + ".zip"), thread);
        var said = new ByteArrayOutputStream();
        int code = Verify.run(
                new String[] {
                    zip.toString(),
                    "--anchor",
                    "XA-1=" + TwoNodes.authority(),
                    "--anchor",
                    "XB-1=" + TwoNodes.authority()
                },
                new PrintStream(said),
                new PrintStream(said));
        assertThat(code).as(said.toString()).isZero();
    }

    /** Whoever was given something says what the thread is taken for. */
    private static byte[] thread(int state, String reference) {
        return Programs.bytes(state, "/requests/" + reference + "/thread.zip?use=stated&words=For+the+court");
    }

    private static List<StoryOfActs> stories() {
        return STORIES.lines().map(StoryOfActs::read).toList();
    }

    private record StoryOfActs(String procedure, String kind, List<List<Said>> acts, String[] ends) {

        static StoryOfActs read(String line) {
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
                    found.group(4).split(" "));
        }

        @Override
        public String toString() {
            return procedure + " " + kind;
        }
    }

    /** @param state that says it: 1, which asks or receives, or 2 */
    private record Said(int state, String type, Map<String, String> says) {

        static Said read(String procedure, String text) {
            var words = text.split(" ");
            var type = words[0].replaceFirst("^[AB]:", "");
            var roles = WholeAct.by(procedure, type);
            boolean first = words[0].startsWith("A:") || !words[0].startsWith("B:") && roles.contains("requesting");
            assertThat(roles.size() == 1 || words[0].contains(":")).as(text).isTrue();
            var says = new LinkedHashMap<String, String>();
            for (var each : List.of(words).subList(1, words.length)) {
                says.put(each.split("=")[0], each.split("=")[1]);
            }
            return new Said(first ? 1 : 2, type, says);
        }
    }

    /** One story on its way. */
    private static final class Playing {

        private final StoryOfActs story;
        private final String preserved;
        private final Map<String, String> acts = new ConcurrentHashMap<>();
        private String reference = "";
        private int registered;

        Playing(StoryOfActs story, String preserved) {
            this.story = story;
            this.preserved = preserved;
        }

        String play() {
            for (var step : story.acts()) {
                // Whoever says something has seen what is there: acts cross only where the story says so.
                var drafts = step.stream().map(this::submitted).toList();
                drafts.parallelStream().forEach(Waiting::approve);
                registered += step.size();
                await().pollInterval(Duration.ofMillis(50))
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> Stream.of(1, 2)
                                .allMatch(it -> known(it)
                                        && Programs.register(it, reference).size() == registered));
            }
            return reference;
        }

        private boolean known(int state) {
            return registered > 1 || Programs.there(state, "/requests/" + reference);
        }

        private Waiting submitted(Said said) {
            var act = WholeAct.of(story.procedure(), said.type(), says(said));
            act.body().computeIfPresent("items", (_, _) -> List.of(Programs.item(said.state(), reference)));
            // Never typed: the node that fetched the items says it.
            act.body().remove("found");
            var opens = reference.isEmpty();
            var wish = new LinkedHashMap<String, Object>();
            wish.put(opens ? "procedure" : "type", opens ? story.procedure() : said.type());
            if (opens) wish.put("counterpart", said.state() == 1 ? "XB-1" : "XA-1");
            wish.put("body", act.body());
            wish.put("facts", act.facts());
            var path = opens ? "/drafts" : "/requests/" + reference + "/drafts";
            var draft = Programs.post(said.state(), "duty-officer", path, JSON.writeValueAsString(wish));
            var id = JsonPath.<String>read(draft, "$.id");
            var submitted = Programs.post(
                    said.state(),
                    "duty-officer",
                    "/drafts/" + id + "/submission",
                    "{\"version\": " + JsonPath.read(draft, "$.version") + "}");
            reference = JsonPath.read(submitted, "$.reference");
            acts.put(said.type(), JsonPath.read(submitted, "$.act"));
            boolean second = JsonPath.read(draft, "$.needsSecondOfficer");
            // The lawyer may be the second officer, and speaks for the central authority where it has to be one of
            // them.
            return new Waiting(said.state(), second ? "lawyer" : "duty-officer", "/drafts/" + id);
        }

        private Map<String, String> says(Said said) {
            var says = new LinkedHashMap<>(said.says());
            says.replaceAll((_, value) -> switch (value.charAt(0)) {
                case '@' -> acts.get(value.substring(1));
                case '+' ->
                    Instant.now()
                            .truncatedTo(ChronoUnit.SECONDS)
                            .plus(Duration.ofDays(Integer.parseInt(value.substring(1))))
                            .toString();
                default -> value;
            });
            if (said.type().equals("report") && story.procedure().equals("disclosure/1")) {
                says.put("follows", preserved);
            }
            return says;
        }
    }

    private record Waiting(int state, String officer, String draft) {
        void approve() {
            Programs.post(state, officer, draft + "/approval", "{\"method\": \"practice\"}");
        }
    }
}
