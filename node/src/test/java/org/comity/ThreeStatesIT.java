package org.comity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.comity.proof.verify.Verify;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three States investigate together, each with a node of its own, by their pages and through AS4: to the end, with one
 * that leaves, with one that declines, and at last without the keeper, whose node is gone. All end with one register, and what
 * each exports holds without a node. What one of them kept for another leads to the third, and each knows of its own threads
 * alone.
 */
@ExtendWith(TwoNodes.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@EnabledIfSystemProperty(named = "comity.full", matches = "true")
class ThreeStatesIT {

    private static final List<String> STATES = List.of("XA-1", "XB-1", "XC-1");
    private static final Pattern DRAFT = Pattern.compile("/joint/drafts/([0-9a-f]{8})");
    private static final String HOPS = """
            {"procedure": "disclosure/1", "counterpart": "XA-1", "facts": {"follows": "%s"}, "body": {
              "instrument": "uncc", "authority": "Contact point of Belmora", "outcome": "disclosed",
              "communication": "The notices sent from pay-notice@mail.example.",
              "hops": [{"provider": "Relay of Ostrava Bay", "state": "XC", "showed": "The mailbox was opened through it."}],
              "path": "From the mailbox through lantern-gate to the relay."}}
            """;

    private static final String GO_ON = "/joint/new?continues=";
    private static NodeProcess third;

    @TempDir
    private Path folder;

    private final List<FormOfficer> writing = officers("duty-officer");
    private final List<FormOfficer> approving = officers("second-officer");

    @BeforeAll
    static void start() throws IOException {
        third = TwoNodes.third();
    }

    @AfterAll
    static void stop() {
        third.close();
    }

    @Test
    void three_agree_work_and_end_it() {
        var thread = begun("A botnet of three countries");
        joined(thread, 2);
        joined(thread, 3);
        consented(thread);
        says(1, thread, "draft", text());
        known(thread);
        says(2, thread, "remark", fields("answer", "proposes", "clauses", "costs", "text", "Each bears its own."));
        approved(thread, "approve", "draft");
        assertThat(state(1, thread)).isEqualTo("Running");

        says(
                1,
                thread,
                "name-team",
                fields(
                        "team.0.name",
                        "M. Aro",
                        "team.0.function",
                        "Leader",
                        "team.0.authority",
                        "Cyber Unit",
                        "team.0.task",
                        "Servers"));
        says(3, thread, "offer-evidence", fields("items.0.item", "Image 1", "items.0.what", "Disk of a server"));
        known(thread);
        says(
                2,
                thread,
                "ask-evidence",
                fields("wanted.0.item", "Image 1", "wanted.0.holder", "XC-1", "wanted.0.use", "Trial in Belmora"));
        known(thread);
        says(
                3,
                thread,
                "release-evidence",
                fields(
                        "released.0.item",
                        "Image 1",
                        "released.0.party",
                        "XB-1",
                        "released.0.use",
                        "Trial in Belmora",
                        "released.0.way",
                        "By a delivery"));
        says(2, thread, "renew", until(400, "why", "The servers are many."));
        known(thread);
        approved(thread, "approve-renewal", "renewal");

        says(1, thread, "end", fields("reason", "reached"));
        known(thread);
        for (int state = 1; state <= 3; state++) {
            says(state, thread, "remains", fields("left.0.what", "Image 1", "left.0.kept", "Five years"));
        }
        known(thread);
        says(1, thread, "close", List.of());
        same(thread, "Closed", 3);

        for (int state = 1; state <= 3; state++) {
            assertThat(writing.get(state - 1).page("/search?q=botnet")).contains("/joint/" + thread);
            assertThat(writing.get(state - 1).page("/joint/" + thread)).contains("./comity verify " + thread);
            assertThat(Programs.get(state, "/joint")).contains(thread);
        }
    }

    @Test
    void one_leaves_before_it_approved_and_the_others_go_on() {
        var thread = begun("A shop for stolen cards");
        joined(thread, 2);
        joined(thread, 3);
        consented(thread);
        says(2, thread, "draft", text());
        known(thread);
        Stream.of(1, 2)
                .parallel()
                .forEach(it -> says(it, thread, "approve", fields("draft", named(it, thread, "draft"))));
        known(thread);
        assertThat(state(1, thread)).isEqualTo("TextOpen");
        says(3, thread, "leave", List.of());
        await().atMost(Duration.ofSeconds(60)).until(() -> parties(2, thread) == 2);

        // Nobody is missing any more: whoever says it again brings it into force (R107).
        says(2, thread, "approve", fields("draft", named(2, thread, "draft")));
        await().until(() ->
                state(1, thread).equals("Running") && state(2, thread).equals("Running"));
        same(thread, "Running", 2);
        verified(thread, 3, "/joint/" + thread + "/thread.zip");
        assertThat(JsonPath.<String>read(Programs.get(3, "/joint/" + thread), "$.thread.standing"))
                .isEqualTo("left");
    }

    @Test
    void one_declines_and_what_is_not_agreed_is_taken_back() {
        var thread = begun("A market for access");
        joined(thread, 2);
        await().until(() -> Programs.there(3, "/joint/" + thread));
        says(3, thread, "decline", fields("invitation", asked(3, thread)));
        await().until(() -> JsonPath.<Map<String, Object>>read(Programs.get(1, "/joint/" + thread), "$.state.invited")
                        .isEmpty()
                && entries(1, thread) == entries(2, thread));
        says(1, thread, "withdraw", fields("text", "Without them it makes no sense."));
        same(thread, "Withdrawn", 2);
    }

    /** Art. 43: what Belmora kept shows a provider in Cadria; Aldoria is told, and asks Cadria itself. */
    @Test
    void what_one_kept_leads_to_a_provider_of_the_third() throws IOException {
        var kept = Programs.preserved(Duration.ofDays(90));
        var told =
                Programs.leaves(2, "second-officer", Programs.post(2, "duty-officer", "/drafts", HOPS.formatted(kept)));
        registered(told, 2, 1);
        Programs.step(1, told, "{\"type\": \"acknowledge\", \"body\": {}}");
        var next = Programs.asks("XC-1", "Relay of Ostrava Bay");
        registered(next, 3, 1);
        Programs.preserves(3, next, Duration.ofDays(90));
        Programs.step(1, told, "{\"type\": \"addressed\", \"body\": {\"whom\": \"that-state\"}}");
        registered(kept, 2, 2);
        registered(told, 2, 3);
        registered(next, 3, 2);

        assertThat(JsonPath.<List<String>>read(Programs.get(3, "/requests"), "$..reference"))
                .as("all that Cadria knows")
                .containsExactly(next);
        assertThat(Stream.of(kept, told).filter(it -> Programs.there(3, "/requests/" + it)))
                .isEmpty();
        assertThat(Programs.there(2, "/requests/" + next)).isFalse();
        for (int state = 1; state <= 2; state++) {
            var officer = writing.get(state - 1);
            assertThat(officer.page("/requests/" + kept)).contains("/requests/" + told);
            assertThat(officer.page("/requests/" + told)).contains("/requests/" + kept, "Relay of Ostrava Bay");
            assertThat(officer.page("/search?q=lantern-gate")).contains("/requests/" + told);
        }
        assertThat(writing.get(2).page("/search?q=lantern-gate")).doesNotContain(kept, told, next);
        assertThat(writing.get(2).page("/requests/" + next))
                .contains("Relay of Ostrava Bay")
                .doesNotContain(kept, told);

        for (var reference : List.of(kept, told)) holds(reference, 1, 2);
        holds(next, 1, 3);
        assertThat(names(Programs.bytes(3, exported(next)))).doesNotContain(kept, told, "XB-1", "lantern-gate");
    }

    /** Until both hold that many acts, and the same. */
    private static void registered(String reference, int other, int acts) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Programs.there(1, "/requests/" + reference)
                        && Programs.there(other, "/requests/" + reference)
                        && Programs.register(1, reference).size() == acts
                        && Programs.register(1, reference).equals(Programs.register(other, reference)));
    }

    private static String exported(String reference) {
        return "/requests/" + reference + "/thread.zip?use=stated&words=For+the+court";
    }

    private void holds(String reference, int... states) {
        for (int state : states) verified(reference, state, exported(reference));
    }

    /** All that is in it, also in what is packed within. */
    private static String names(byte[] zip) throws IOException {
        var said = new StringBuilder();
        try (var open = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var each = open.getNextEntry(); each != null; each = open.getNextEntry()) {
                var content = open.readAllBytes();
                boolean packed = content.length > 1 && content[0] == 'P' && content[1] == 'K';
                said.append(each.getName()).append(packed ? names(content) : new String(content, UTF_8));
            }
        }
        return said.toString();
    }

    /** R147: it has ended for XC, which left; the others go on, and their copies are their own. */
    @Test
    @Order(Integer.MAX_VALUE - 1)
    void who_left_deletes_its_copy_by_its_own_rule_and_still_proves_the_register() throws Exception {
        var thread = begun("A shop for stolen cards");
        joined(thread, 2);
        joined(thread, 3);
        consented(thread);
        says(3, thread, "leave", List.of());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> parties(2, thread) == 2
                        && JsonPath.<String>read(Programs.get(3, "/joint/" + thread), "$.thread.standing")
                                .equals("left"));
        var zip = "/joint/" + thread + "/thread.zip";
        verified(thread, 3, zip);
        var kept = register(3, thread);

        third.close();
        var database = TwoNodes.database(3);
        database.sql("update thread.joint set changed_at = changed_at - interval '31 days' where id = :thread")
                .param("thread", thread)
                .update();
        database.sql("insert into cooperation.retention_mark values ('thread/' || :thread, now(), -604800000)")
                .param("thread", thread)
                .update();
        third = TwoNodes.thirdAgain(Map.of(
                "node.retention.after-end", "30d", "node.retention.notice", "PT0S", "node.retention.first", "PT0S"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> JsonPath.<List<Object>>read(Programs.get(3, "/joint/" + thread), "$.acts[*].body").stream()
                        .allMatch(Objects::isNull));

        assertThat(verdict(thread, 3, zip))
                .as("the seals of the others went with the texts")
                .contains("What was deleted, so that nothing proves its author", "BY THE WORD OF ITS KEEPER ALONE")
                .doesNotContain("FAILED");
        assertThat(register(3, thread)).isEqualTo(kept);
        assertThat(JsonPath.<List<String>>read(Programs.get(3, "/joint/" + thread), "$.acts[*].bodyDeletedAt"))
                .isNotEmpty()
                .doesNotContainNull();
        verified(thread, 1, zip);
        assertThat(JsonPath.<List<Object>>read(Programs.get(1, "/joint/" + thread), "$.acts[*].body"))
                .isNotEmpty()
                .doesNotContainNull();
    }

    /** R136 and R144. The last of all: XC's node is gone afterwards. */
    @Test
    @Order(Integer.MAX_VALUE)
    void the_keepers_node_is_gone_and_the_others_go_on() throws Exception {
        var thread = begun(3, "A relay for ransom");
        joined(thread, 1);
        joined(thread, 2);
        consented(thread, 1, 2);
        third.kill();
        var kept = register(1, thread);

        says(2, thread, "draft", text());
        assertThat(writing.get(1).page("/joint/" + thread)).doesNotContain(GO_ON + thread);
        int waiting = TwoNodes.database(2).sql("""
                        update thread.joint_act
                           set kept_at = kept_at - interval '25 hours'
                         where thread = :thread and n is null
                        """).param("thread", thread).update();
        assertThat(waiting).isEqualTo(1);
        assertThat(writing.getFirst().page("/joint/" + thread))
                .as("nothing of XA's waits")
                .doesNotContain("Stalled.");

        var next = goneOn(thread);
        joined(next, 1);
        await().atMost(Duration.ofSeconds(60)).until(() -> entries(1, next) > 0 && parties(1, next) == 2);
        same(next, "Preparing", 2);
        for (int state = 1; state <= 2; state++) {
            var page = Programs.get(state, "/joint/" + next);
            assertThat(JsonPath.<List<String>>read(page, "$.acts[*].envelope.facts.continues"))
                    .as("XB's opening and XA's join each say how far the own copy came")
                    .containsExactly(upTo(thread, kept), upTo(thread, kept));
            assertThat(writing.get(state - 1).page("/joint/" + next).split("as in our copy", -1))
                    .as("both compared by both")
                    .hasSize(3);
            assertThat(register(state, thread)).isEqualTo(kept);
            verified(thread, state, "/joint/" + thread + "/thread.zip");
        }

        says(2, next, "draft", text());
        await().until(() -> state(1, next).equals("TextOpen"));
        for (int state = 1; state <= 2; state++) {
            says(state, next, "approve", fields("draft", named(state, next, "draft")));
        }
        await().until(() -> state(1, next).equals("Running") && state(2, next).equals("Running"));
        same(next, "Running", 2);
    }

    /** XB presses and changes no word: XA alone is asked, since XC keeps the thread before. @return the new thread */
    private String goneOn(String before) {
        try (var officer = TwoNodes.chair(2, "duty-officer", "en", 1280, true);
                var second = TwoNodes.chair(2, "second-officer", "en", 1280, true)) {
            officer.open("/joint/" + before, "joint-stalled");
            assertThat(officer.text()).contains("Stalled.", "This proves nothing");
            officer.press("main a[href='" + GO_ON + before + "']", "joint-goes-on");
            assertThat(officer.value("states", "XA-1")).isTrue();
            assertThat(officer.value("states", "XC-1")).isFalse();
            officer.press("main form[action='/joint/new'] .bar button.pri", "joint-goes-on-preview");
            var draft = officer.path();
            officer.press("main form[action='" + draft + "/submit'] button", "joint-goes-on-submitted");
            second.open(draft, "joint-goes-on-decision");
            assertThat(second.text()).contains("Goes on from", before);
            second.press("main button[name=method][value=practice]", "joint-goes-on-sent");
            var thread = second.path().replace("/joint/", "");
            invitationsLeave(2, thread);
            await().until(() -> Programs.there(1, "/joint/" + thread));
            return thread;
        }
    }

    private static String upTo(String thread, List<String> register) {
        return thread + " " + register.size() + " " + register.getLast();
    }

    private String begun(String matter) {
        return begun(1, matter);
    }

    /** A State asks the two others, and both know of it. */
    private String begun(int opener, String matter) {
        var others = Stream.of(1, 2, 3).filter(it -> it != opener).toList();
        var officer = writing.get(opener - 1);
        var fields = new ArrayList<>(fields(
                "states",
                STATES.get(others.getFirst() - 1),
                "states",
                STATES.get(others.getLast() - 1),
                "instrument",
                "uncc/2",
                "authority",
                "Cyber Unit of Aldoria",
                "matter",
                matter,
                "offence",
                "Illegal access",
                "facts",
                "Servers in three States.",
                "why",
                "One case.",
                "places",
                "Velin, Tolva and Ostera"));
        var thread = leaves(opener, officer.sends("/joint/new", "/joint/new", fields))
                .replace("/joint/", "");
        invitationsLeave(opener, thread);
        others.forEach(state -> await().until(() -> Programs.there(state, "/joint/" + thread)));
        return thread;
    }

    private void invitationsLeave(int state, String thread) {
        for (var draft : DRAFT.matcher(writing.get(state - 1).page("/joint/" + thread))
                .results()
                .map(it -> it.group())
                .distinct()
                .toList()) {
            approve(state, draft);
        }
    }

    private void joined(String thread, int state) {
        says(state, thread, "join", fields("invitation", asked(state, thread)));
    }

    private void consented(String thread) {
        consented(thread, 2, 3);
    }

    /** One agrees to the other once it is in; what the other sent before that goes through then. */
    private void consented(String thread, int one, int other) {
        await().until(() -> entries(one, thread) > 0
                && JsonPath.<List<String>>read(Programs.get(one, "/joint/" + thread), "$.offered")
                        .contains("consent"));
        var invitation = JsonPath.<String>read(
                Programs.get(one, "/joint/" + thread), "$.state.invited['" + STATES.get(other - 1) + "'].act");
        says(one, thread, "consent", fields("invitation", invitation));
        await().atMost(Duration.ofSeconds(60)).until(() -> entries(other, thread) > 0 && parties(other, thread) == 3);
        known(thread);
    }

    /** All three at once: their acts cross on their way to the register. */
    private void approved(String thread, String type, String field) {
        IntStream.rangeClosed(1, 3)
                .parallel()
                .forEach(it -> says(it, thread, type, fields(field, named(it, thread, field))));
        known(thread);
    }

    private void says(int state, String thread, String type, List<Map.Entry<String, String>> fields) {
        var path = "/joint/" + thread + "/" + type;
        leaves(state, writing.get(state - 1).sends(path, path, fields));
    }

    private String leaves(int state, String draft) {
        writing.get(state - 1).sends(draft, draft + "/submit", List.of());
        return approve(state, draft);
    }

    private String approve(int state, String draft) {
        return approving.get(state - 1).sends(draft, draft + "/approve", fields("method", "practice"));
    }

    /** Until all three hold what was said, and nothing waits. */
    private static void known(String thread) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    var here = Stream.of(1, 2, 3)
                            .map(it -> Programs.get(it, "/joint/" + thread))
                            .toList();
                    return here.stream()
                                            .map(it -> JsonPath.<Integer>read(it, "$.thread.entries"))
                                            .distinct()
                                            .count()
                                    == 1
                            && here.stream()
                                    .noneMatch(it -> JsonPath.<List<Object>>read(it, "$.acts[*].n")
                                            .contains(null));
                });
    }

    private void same(String thread, String state, int states) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> IntStream.rangeClosed(1, states)
                                .mapToLong(it -> entries(it, thread))
                                .distinct()
                                .count()
                        == 1);
        for (int each = 1; each <= states; each++) {
            assertThat(register(each, thread)).isEqualTo(register(1, thread));
            assertThat(state(each, thread)).isEqualTo(state);
            assertThat(JsonPath.<Object>read(Programs.get(each, "/joint/" + thread), "$.thread.disputed"))
                    .isNull();
            assertThat(JsonPath.<Object>read(Programs.get(each, "/joint/" + thread), "$.state"))
                    .isEqualTo(JsonPath.read(Programs.get(1, "/joint/" + thread), "$.state"));
            verified(thread, each, "/joint/" + thread + "/thread.zip");
        }
    }

    private String verdict(String thread, int state, String exported) throws IOException {
        var zip = Files.write(folder.resolve(thread + state + ".zip"), Programs.bytes(state, exported));
        var arguments = new ArrayList<>(List.of(zip.toString()));
        STATES.forEach(it -> arguments.addAll(List.of("--anchor", it + "=" + TwoNodes.authority())));
        var said = new ByteArrayOutputStream();
        assertThat(Verify.run(arguments.toArray(String[]::new), new PrintStream(said), new PrintStream(said)))
                .as(said.toString(UTF_8))
                .isEqualTo(6);
        return said.toString(UTF_8);
    }

    private void verified(String thread, int state, String exported) {
        try {
            var zip = Files.write(folder.resolve(thread + state + ".zip"), Programs.bytes(state, exported));
            var arguments = new ArrayList<>(List.of(zip.toString()));
            STATES.forEach(it -> arguments.addAll(List.of("--anchor", it + "=" + TwoNodes.authority())));
            var said = new ByteArrayOutputStream();
            int code = Verify.run(arguments.toArray(String[]::new), new PrintStream(said), new PrintStream(said));
            assertThat(code).as(said.toString()).isZero();
            if (exported.startsWith("/joint/")) keepsTheSchemas(zip);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What is published of bodies and facts is what officers send. */
    private static void keepsTheSchemas(Path thread) throws IOException {
        int acts = 0;
        try (var zip = new ZipInputStream(Files.newInputStream(thread))) {
            for (var each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
                if (!each.getName().endsWith(".asice")) continue;
                assertThat(ProtocolSchemas.problemsOfAct(zip.readAllBytes()))
                        .as(each.getName())
                        .isEmpty();
                acts++;
            }
        }
        assertThat(acts).isPositive();
    }

    private static List<String> register(int state, String thread) {
        return JsonPath.read(Programs.get(state, "/joint/" + thread + "/entries"), "$.entries[*].hash");
    }

    private static long entries(int state, String thread) {
        return JsonPath.<Integer>read(Programs.get(state, "/joint/" + thread), "$.thread.entries");
    }

    private static int parties(int state, String thread) {
        return JsonPath.<Map<String, Object>>read(Programs.get(state, "/joint/" + thread), "$.state.parties")
                .size();
    }

    private static String state(int state, String thread) {
        return JsonPath.read(Programs.get(state, "/joint/" + thread), "$.state.table.name");
    }

    private static String named(int state, String thread, String field) {
        return JsonPath.read(Programs.get(state, "/joint/" + thread), "$.state.table." + field);
    }

    /** The act that asks this State. */
    private static String asked(int state, String thread) {
        return JsonPath.<List<String>>read(
                        Programs.get(state, "/joint/" + thread), "$.acts[?(@.envelope.type == 'invite')].id")
                .getLast();
    }

    private static List<Map.Entry<String, String>> text() {
        var fields = new ArrayList<>(until(200));
        for (var key : List.of("purpose", "members", "leaders", "place", "law", "evidence", "costs", "liability")) {
            fields.add(entry(key, "As the model says."));
        }
        return fields;
    }

    private static List<Map.Entry<String, String>> until(int days, String... more) {
        var fields = new ArrayList<>(fields(more));
        fields.add(
                entry("until.date", LocalDate.now(ZoneOffset.UTC).plusDays(days).toString()));
        fields.add(entry("until.time", "12:00"));
        fields.add(entry("until.zone", "Z"));
        return fields;
    }

    private static List<Map.Entry<String, String>> fields(String... pairs) {
        return IntStream.range(0, pairs.length / 2)
                .mapToObj(it -> entry(pairs[2 * it], pairs[2 * it + 1]))
                .toList();
    }

    private static List<FormOfficer> officers(String duty) {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(it -> new FormOfficer(TwoNodes.address(it), duty))
                .toList();
    }
}
