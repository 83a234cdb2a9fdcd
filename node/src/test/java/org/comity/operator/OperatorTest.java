package org.comity.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.comity.directory.AnEntry.anEntry;
import static org.comity.directory.AnEntry.newKey;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Instant;
import java.util.Base64;
import org.comity.directory.DirectoryList;
import org.comity.directory.EntryRefused;
import org.comity.directory.Network;
import org.comity.directory.ParticipantEntry;
import org.comity.directory.PracticeNetwork;
import org.comity.directory.SignedParticipantEntry;
import org.comity.directory.SignedRevocation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

/** A real operator of a practice network, over HTTP. */
class OperatorTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path home;

    private static ConfigurableApplicationContext operator;
    private static String url;
    private static Network root;

    @BeforeAll
    static void start() throws Exception {
        var laid = PracticeNetwork.lay(home, 2);
        home.toFile().setExecutable(true, false);
        Files.writeString(laid.operator(), """

                operator.people.ada: "{noop}open sesame"
                operator.people.bo: "{noop}open barley"
                operator.people.cy: "{noop}open rye"
                """, java.nio.file.StandardOpenOption.APPEND);
        operator = OperatorApplication.run(laid.operator(), "--server.port=0", "--node.database.durable=false");
        url = "http://localhost:" + operator.getEnvironment().getProperty("local.server.port");
        root = Network.read(Files.readAllBytes(home.resolve("operator/root.json")));
    }

    @AfterAll
    static void stop() {
        operator.close();
    }

    @Test
    void root_list_and_entries_are_published_as_they_were_signed() throws Exception {
        assertThat(Network.read(get("/directory/root").body())).isEqualTo(root);
        var list = DirectoryList.Signed.read(get("/directory/list").body());
        assertThat(list.signedFor(root)).isTrue();
        assertThat(list.list().lines()).extracting(DirectoryList.Line::id).contains("XA-1", "XB-1");
        var line = list.list().lines().getFirst();
        var entry = SignedParticipantEntry.read(
                get("/directory/entries/" + line.id() + "/" + line.version()).body());
        assertThat(entry.entry().hash()).isEqualTo(line.hash());
        assertThat(get("/directory/entries/XA-1/99").statusCode()).isEqualTo(404);
    }

    @Test
    void who_looks_with_a_browser_for_what_is_not_there_gets_a_page() throws Exception {
        for (var path : new String[] {"/directory/entries/XA-1/99", "/directory/proposed"}) {
            var bare = get(path);
            assertThat(bare.statusCode()).isEqualTo(404);
            assertThat(bare.body()).as("another node").isEmpty();
            var page =
                    send(request(path).header("Accept", "text/html,*/*;q=0.8").GET());
            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(new String(page.body(), StandardCharsets.UTF_8)).contains("<html", "<h1");
        }
    }

    @Test
    void a_reader_who_has_the_list_gets_none() throws Exception {
        var hash =
                DirectoryList.Signed.read(get("/directory/list").body()).list().hash();

        var again = send(request("/directory/list")
                .header("If-None-Match", '"' + hash + '"')
                .GET());

        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void a_submitted_entry_is_on_the_next_list() throws Exception {
        var before = DirectoryList.Signed.read(get("/directory/list").body()).list();
        var entry = anEntry().of("XE-1").inNetwork(root.id()).signed();

        assertThat(post("/directory/entries", entry.json()).statusCode()).isEqualTo(200);
        assertThat(post("/directory/entries", entry.json()).statusCode()).isEqualTo(200);

        var after = DirectoryList.Signed.read(get("/directory/list").body()).list();
        assertThat(after.sequence()).isEqualTo(before.sequence() + 1);
        assertThat(after.previous()).isEqualTo(before.hash());
        assertThat(after.lines()).contains(DirectoryList.Line.of(entry));
    }

    @Test
    void what_is_not_signed_not_ours_or_too_large_is_refused_and_not_listed() throws Exception {
        var before = get("/directory/list").body();
        var forged = SignedParticipantEntry.sign(
                anEntry().of("XF-1").inNetwork(root.id()).unsigned(), newKey().getPrivate());

        assertThat(refusal("/directory/entries", forged.json())).contains("foreign-signature");
        assertThat(refusal("/directory/entries", anEntry().of("XF-1").signed().json()))
                .contains("other-network");
        assertThat(refusal("/directory/entries", new byte[ParticipantEntry.LARGEST + 1]))
                .contains("too-large");
        assertThat(refusal("/directory/entries", "{}".getBytes(StandardCharsets.UTF_8)))
                .contains("fields");
        assertThat(get("/directory/list").body()).isEqualTo(before);
    }

    @Test
    void an_older_version_is_refused() throws Exception {
        var key = newKey();
        var first = anEntry().of("XG-1").inNetwork(root.id()).keys(key, key).signed();
        var second = anEntry().keys(key, key).after(first).signed();
        post("/directory/entries", second.json());

        assertThat(refusal("/directory/entries", first.json())).contains("older-version");
    }

    @Test
    void a_revocation_by_the_recovery_key_is_published_and_any_other_is_not() throws Exception {
        var recovery = newKey();
        var entry = anEntry()
                .of("XH-1")
                .inNetwork(root.id())
                .keys(newKey(), recovery)
                .signed();
        post("/directory/entries", entry.json());
        var now = Instant.parse("2026-11-24T12:00:00Z");
        var good = SignedRevocation.sign(root.id(), "XH-1", 1, now, now, recovery.getPrivate());
        var bad = SignedRevocation.sign(root.id(), "XH-1", 1, now, now, newKey().getPrivate());

        assertThat(refusal("/directory/revocations", bad.json())).contains("foreign-signature");
        assertThat(post("/directory/revocations", good.json()).statusCode()).isEqualTo(200);

        assertThat(new String(get("/directory/revocations").body(), StandardCharsets.UTF_8))
                .contains(good.signature())
                .doesNotContain(bad.signature());
    }

    @Test
    void everybody_reads_the_page_and_only_the_operators_people_admit() throws Exception {
        var page = get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(new String(page.body(), StandardCharsets.UTF_8))
                .contains("Aldoria")
                .contains("<main");
        assertThat(get("/admissions").statusCode()).isEqualTo(401);
        assertThat(get("/actuator/env").statusCode()).isEqualTo(404);

        assertThat(admissions("ada", "open sesame").statusCode()).isEqualTo(200);
    }

    @Test
    void whoever_fails_five_times_waits_and_the_right_password_does_not_help_meanwhile() throws Exception {
        for (int failed = 0; failed < GuardedSignIn.FAILURES_OF_A_NAME_AT_AN_ADDRESS; failed++) {
            assertThat(admissions("bo", "open oats").statusCode()).isEqualTo(401);
        }

        var waits = admissions("bo", "open barley");

        assertThat(waits.statusCode()).isEqualTo(429);
        assertThat(waits.headers().firstValue("Retry-After")).isPresent();
        assertThat(admissions("ada", "open sesame").statusCode())
                .as("another person of the same house")
                .isEqualTo(200);
    }

    /** The browser sends name and password of itself, also for whoever finds it open. */
    @Test
    void who_admits_types_the_password_once_more_and_nobody_guesses_it() {
        var page = operator.getBean(OperatorController.class);
        Principal cy = () -> "cy";
        Executable right = () -> page.admit("XQ-1", "ab", "open rye", cy, new RedirectAttributesModelMap());

        assertThatExceptionOfType(EntryRefused.class)
                .isThrownBy(right::execute)
                .satisfies(it -> assertThat(it.reason()).isEqualTo("not-waiting"));
        for (int failed = 0; failed < PasswordAgain.FAILURES; failed++) {
            var redirect = new RedirectAttributesModelMap();
            page.admit("XQ-1", "ab", failed == 0 ? "" : "open oats", cy, redirect);
            assertThat(redirect.getFlashAttributes()).containsKey("flash");
        }
        assertThatCode(right::execute).doesNotThrowAnyException();
    }

    private static HttpResponse<byte[]> admissions(String name, String password) throws Exception {
        var basic = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
        return send(
                request("/admissions").header("Authorization", "Basic " + basic).GET());
    }

    private static String refusal(String path, byte[] body) throws Exception {
        var answer = post(path, body);
        assertThat(answer.statusCode()).isBetween(400, 499);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static HttpResponse<byte[]> get(String path) throws Exception {
        return send(request(path).GET());
    }

    private static HttpResponse<byte[]> post(String path, byte[] body) throws Exception {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }
}
