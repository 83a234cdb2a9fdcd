package org.comity.proof.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.comity.proof.OtherPrograms;
import org.comity.proof.act.Envelope;
import org.comity.proof.act.JointThread;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Rules T8, R94 and R100 to R104 of docs/protocol, beside a second implementation of them in another language. */
class MembershipTest {

    private static final Path VECTORS = Path.of("..", "docs", "protocol", "vectors");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Each run has a seed of its own, so that few conversations a run come to many. */
    private static final int TALKS = Boolean.getBoolean("comity.full") ? 12_000 : 600;

    @Test
    void the_vectors_are_folded_as_the_second_implementation_folded_them() throws IOException {
        var vectors = vectors();
        var tables = tables(vectors.get("tables"));
        var effects = new TreeSet<String>();
        for (var talk : vectors.get("talks")) effects.addAll(same(tables, talk));

        assertThat(effects)
                .contains(
                        "already-a-party",
                        "already-invited",
                        "already-said",
                        "effective",
                        "ended",
                        "full",
                        "incomplete",
                        "keeper-stays",
                        "may-not-hand-over",
                        "may-not-invite",
                        "may-not-remove",
                        "no-such-host",
                        "not-a-party",
                        "not-agreed",
                        "not-invited",
                        "not-offered",
                        "not-opened",
                        "nothing-to-agree",
                        "removed",
                        "something-proposed",
                        "wrong-role");
    }

    @Tag("long")
    @Test
    void random_conversations_are_folded_alike_by_both_implementations() throws Exception {
        OtherPrograms.need("python3");
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("MembershipTest: -Dseed=" + seed);
        var other = new ProcessBuilder("python3", VECTORS.resolve("joint.py").toString(), "" + seed, "" + TALKS)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int talks = 0;
        try (var lines = new BufferedReader(new InputStreamReader(other.getInputStream(), UTF_8))) {
            var tables = tables(JSON.readTree(lines.readLine()).get("tables"));
            for (var line = lines.readLine(); line != null; line = lines.readLine(), talks++) {
                same(tables, JSON.readTree(line));
            }
        }
        assertThat(other.waitFor()).isZero();
        assertThat(talks).isEqualTo(TALKS);
    }

    /** R90: whoever builds the id from the vector's envelope comes to the same one. */
    @Test
    void threads_are_named_as_the_second_implementation_named_them() throws IOException {
        for (var each : vectors().get("ids")) {
            var envelope = Envelope.read(each.get("envelope").toString().getBytes(UTF_8));
            assertThat(envelope.thread()).isEqualTo(JointThread.id(envelope));
            assertThat(envelope.id()).isEqualTo(each.get("id").asString());
        }
    }

    @Test
    void a_table_that_no_thread_could_be_held_by_is_not_read() throws IOException {
        var right = vectors().get("tables").get("gathering/1");
        assertThat(MoveTable.read(right.toString().getBytes(UTF_8)).parties().roles())
                .containsExactly("host", "member", "observer");
        refused(right, it -> parties(it).put("most", 1));
        refused(right, it -> parties(it).put("most", 251));
        refused(right, it -> parties(it).put("host", "Host"));
        refused(right, it -> parties(it).put("more", 1));
        refused(right, it -> parties(it).remove("shown"));
        refused(right, it -> list(it, "shown").removeAll());
        refused(right, it -> list(it, "consent").add("member"));
        refused(right, it -> list(it, "open").removeAll().add("stranger"));
        refused(right, it -> list(it, "audience").add("everybody"));
        refused(right, it -> ((ObjectNode) parties(it).get("invite")).putArray("stranger"));
        refused(
                right,
                it -> ((ObjectNode) parties(it).get("remove")).putArray("host").add("stranger"));
        refused(right, it -> it.put("opening", "say"));
        for (var each : List.of("say", "open", "invite", "unknown")) {
            refused(right, it -> parties(it).putArray("every").add(each));
        }
        for (var more : List.of("act", "instant")) {
            refused(right, it -> {
                parties(it).putArray("every").add("support");
                ((ObjectNode) it.get("steps").get("support").get("facts")).put("more", more);
            });
        }
        refused(right, it -> ((ArrayNode) it.get("ended")).removeAll());
        refused(right, it -> facts(it).put("seen", "act"));
        refused(
                right,
                it -> List.of("a", "b", "c", "d", "e").forEach(name -> facts(it).put(name, "act")));
    }

    private static void refused(JsonNode right, Consumer<ObjectNode> change) {
        var table = (ObjectNode) right.deepCopy();
        change.accept(table);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MoveTable.read(table.toString().getBytes(UTF_8)))
                .withMessageMatching("(?s).*(joint|Not understood).*");
    }

    private static ObjectNode parties(ObjectNode table) {
        return (ObjectNode) table.get("parties");
    }

    private static ArrayNode list(ObjectNode table, String name) {
        return (ArrayNode) parties(table).get(name);
    }

    private static ObjectNode facts(ObjectNode table) {
        return (ObjectNode) table.get("steps").get("say").get("facts");
    }

    private static TreeSet<String> same(Map<String, MoveTable> tables, JsonNode talk) {
        var table = tables.get(talk.get("procedure").asString());
        var effects = new TreeSet<String>();
        Map<String, Object> state = MoveTable.NOTHING_YET;
        long n = 1;
        for (var each : talk.get("acts")) {
            var facts = new HashMap<String, String>();
            each.get("facts")
                    .properties()
                    .forEach(it -> facts.put(it.getKey(), it.getValue().asString()));
            var act = new ActFacts(
                    each.get("act").asString(),
                    each.get("type").asString(),
                    each.get("role").asString(),
                    facts);

            // As a node does: the state is written and read between two entries.
            var before = CanonicalJson.read(CanonicalJson.write(state));
            var folded = Membership.fold(table, before, n, each.get("author").asString(), act);

            assertThat(folded.effect())
                    .as("%d of %s", n, talk)
                    .isEqualTo(each.get("effect").asString());
            assertThat(Digests.sha256(CanonicalJson.write(folded.state())))
                    .as("%d of %s: %s", n, talk, folded.state())
                    .isEqualTo(each.get("state").asString());
            effects.add(folded.effect());
            state = folded.state();
            n++;
        }
        return effects;
    }

    private static JsonNode vectors() throws IOException {
        return JSON.readTree(Files.readAllBytes(VECTORS.resolve("joint.json")));
    }

    private static Map<String, MoveTable> tables(JsonNode json) {
        var tables = new HashMap<String, MoveTable>();
        json.properties()
                .forEach(it -> tables.put(
                        it.getKey(), MoveTable.read(it.getValue().toString().getBytes(UTF_8))));
        return tables;
    }
}
