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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.procedure.file.PracticeFiles;
import org.comity.procedure.file.StoryOfActs;
import org.comity.procedure.file.StoryOfActs.Said;
import org.comity.proof.verify.Verify;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * Procedures are played between two real nodes through AS4, and both nodes end with the same register, and what either
 * exports holds without a node: so many that each kind of field travels, and with {@code --full} every one that is a file,
 * ended well, refused, contested, withdrawn and with acts of both States that cross.
 */
@ExtendWith(TwoNodes.class)
class ProcedureStoriesIT {

    private static final int AT_ONCE = 6;

    /** To play some alone, of every kind, e.g. {@code -Dstories.only=inquiry/1}. */
    private static final Pattern ONLY = Pattern.compile(System.getProperty("stories.only", ""));

    private static final boolean FULL = Boolean.getBoolean("comity.full");
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    @Test
    void each_procedure_has_a_story_of_each_kind() {
        var kindsOfEach = StoryOfActs.betweenNodes().stream()
                .collect(Collectors.groupingBy(
                        StoryOfActs::procedure, Collectors.mapping(StoryOfActs::kind, Collectors.toSet())));

        assertThat(kindsOfEach.keySet()).containsAll(PracticeFiles.betweenTwo());
        assertThat(kindsOfEach)
                .allSatisfy((procedure, kinds) -> assertThat(kinds)
                        .as(procedure)
                        .contains("happy", "refused", "contested", "withdrawn", "crossing"));
    }

    @Test
    void each_story_ends_the_same_on_both_nodes_and_holds_without_them() throws Exception {
        var preserved = Programs.preserved(Duration.ofDays(90));
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var played = threads.invokeAll(stories().stream()
                    .filter(it -> ONLY.matcher(it.toString()).find())
                    .<Callable<String>>map(it -> () -> played(it, preserved))
                    .toList());
            var wrong = new ArrayList<String>();
            for (var each : played) {
                if (!each.get().isEmpty()) wrong.add(each.get());
            }
            assertThat(wrong).as(String.join("\n", wrong)).isEmpty();
        }
    }

    /** Of those that end well as many as say each kind of field; what the tables say of all is CoveredProceduresTest's. */
    private static List<StoryOfActs> stories() {
        var all = StoryOfActs.betweenNodes();
        return FULL || !ONLY.pattern().isEmpty()
                ? all
                : StoryOfActs.fewestWithEachKindOfField(
                        all.stream().filter(it -> it.kind().equals("happy")).toList());
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
                .isIn(story.ends())
                .isEqualTo(JsonPath.read(there, "$.request.state"));
        assertThat(JsonPath.<Object>read(here, "$.disputed")).isNull();
        assertThat(JsonPath.<Object>read(there, "$.disputed")).isNull();
        if (!story.kind().equals("crossing")) {
            assertThat(JsonPath.<List<String>>read(here, "$.acts[*].effect")).containsOnly("effective");
        }
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
            var act = said.whole(story.procedure(), Instant.now(), acts::get);
            int state = said.requesting() ? 1 : 2;
            if (act.body().get("items") instanceof List)
                act.body().put("items", List.of(Programs.item(state, reference)));
            // Never typed: the node that fetched the items says it.
            act.body().remove("found");
            var opens = reference.isEmpty();
            var facts = new LinkedHashMap<String, Object>(act.facts());
            var follows = PracticeFiles.file(story.procedure()).follows();
            if (opens && follows != null && follows.always()) facts.put("follows", preserved);
            var wish = new LinkedHashMap<String, Object>();
            wish.put(opens ? "procedure" : "type", opens ? story.procedure() : said.type());
            if (opens) wish.put("counterpart", state == 1 ? "XB-1" : "XA-1");
            wish.put("body", act.body());
            wish.put("facts", facts);
            var path = opens ? "/drafts" : "/requests/" + reference + "/drafts";
            var draft = Programs.post(state, "duty-officer", path, JSON.writeValueAsString(wish));
            var id = JsonPath.<String>read(draft, "$.id");
            var submitted = Programs.post(
                    state,
                    "duty-officer",
                    "/drafts/" + id + "/submission",
                    "{\"version\": " + JsonPath.read(draft, "$.version") + "}");
            reference = JsonPath.read(submitted, "$.reference");
            acts.put(said.type(), JsonPath.read(submitted, "$.act"));
            boolean second = JsonPath.read(draft, "$.needsSecondOfficer");
            // The lawyer may be the second officer, and speaks for the central authority where it has to be one of
            // them.
            return new Waiting(state, second ? "lawyer" : "duty-officer", "/drafts/" + id);
        }
    }

    private record Waiting(int state, String officer, String draft) {
        void approve() {
            Programs.post(state, officer, draft + "/approval", "{\"method\": \"practice\"}");
        }
    }
}
