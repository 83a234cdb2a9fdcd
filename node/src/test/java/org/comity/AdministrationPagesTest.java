package org.comity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.comity.casework.Drafts;
import org.comity.directory.CeremonyKeys;
import org.comity.directory.Directory;
import org.comity.directory.PracticeNetwork;
import org.comity.directory.SignedRevocation;
import org.comity.exchange.Door;
import org.comity.exchange.Parcel;
import org.comity.exchange.Refusal;
import org.comity.exchange.SettableClock;
import org.comity.exchange.restored.RestoredView;
import org.comity.identity.Officials;
import org.comity.ledger.Ledger;
import org.comity.ledger.PracticeLog;
import org.comity.procedure.Requests;
import org.comity.proof.seal.Anchor;
import org.comity.proof.verify.Verify;
import org.comity.sealing.NodeKeys;
import org.comity.sealing.Sealing;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** Health, courier and revocation, on a whole node that has no line to anybody. */
@SpringBootTest(classes = NodeApplication.class)
@AutoConfigureMockMvc
@Import(AdministrationPagesTest.Forward.class)
class AdministrationPagesTest {

    private static final SettableClock CLOCK = new SettableClock();

    private static Path recovery;

    @TestConfiguration
    static class Forward {
        @Bean
        @Primary
        Clock settable() {
            return CLOCK;
        }
    }

    @DynamicPropertySource
    static void node(DynamicPropertyRegistry properties) throws Exception {
        var home = TemporaryFolders.folder("administration");
        PracticeNetwork.lay(home, 3);
        recovery = home.resolve("recovery/XC-1");
        properties.add("node.home", () -> home.resolve("xa-1").toString());
        properties.add("node.keys", () -> home.resolve("xa-1/keys").toString());
        properties.add(
                "node.directory.folder", () -> home.resolve("xa-1/directory").toString());
        properties.add("node.exchange.warm-rounds", () -> "0");
    }

    @Autowired
    MockMvc web;

    @Autowired
    Door door;

    @Autowired
    Drafts drafts;

    @Autowired
    Requests requests;

    @Autowired
    Officials officials;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient db;

    @Autowired
    Directory directory;

    @Autowired
    Sealing sealing;

    @Autowired
    ApplicationContext node;

    @Autowired
    NodeKeys keys;

    private Cookie[] seat;

    @Test
    void health_says_each_state_in_words_and_what_to_do() throws Exception {
        seat = sit("administrator");
        var english = page("/admin/health", "en");
        assertThat(english)
                .contains(
                        "port is configured. Acts wait in the outbox.",
                        "or carry them as courier files",
                        "No mail server is configured")
                .contains("PostgreSQL", "Our certificates", "All hold.", "Comity", "MB are free", "in use")
                .contains("aria-current=\"page\"", "/admin/people")
                .doesNotContain("health.");
        assertThat(page("/admin/health", "ar"))
                .contains("dir=\"rtl\"", "حالة العقدة", "لم يُضبط خادم بريد")
                .doesNotContain("health.");
    }

    @Test
    void machines_are_told_of_the_lines_on_the_page() {
        assertThat(node.getBean(HealthEndpoint.class).healthForPath("lines")).isNotNull();
    }

    @Test
    void refusals_are_counted_by_code_for_a_day_and_a_week_over_restarts() throws Exception {
        seat = sit("administrator");
        door.refused("slow-sender", null);
        door.refused("slow-sender", "XB-1");
        assertThat(page("/admin/health", "en")).contains("slow-sender").containsPattern("2</bdi>? in a day|2 in a day");

        CLOCK.forward(Duration.ofDays(2));
        assertThat(page("/admin/health", "en")).contains("0 in a day, 2 in seven days");
        CLOCK.forward(Duration.ofDays(7));
        try {
            assertThat(page("/admin/health", "en")).contains("Nothing was refused in seven days.");
        } finally {
            CLOCK.forward(Duration.ofDays(-9));
        }
    }

    @Test
    void what_does_not_work_comes_first() throws Exception {
        seat = sit("administrator");
        var end = CLOCK.instant();
        db.sql(
                        "insert into exchange.outbox (destination, action, thread, subject, status, not_before, next_attempt, created_at, settled_at) "
                                + "values ('XB-1', 'ENTRY', 't', 't/9', 'GIVEN_UP', :at, :at, :at, :at)")
                .param("at", end.atOffset(ZoneOffset.UTC))
                .update();
        assertThat(page("/admin/health", "en"))
                .contains("1 sending was given up in seven days.", "One thing does not work.");
    }

    @Test
    void health_is_the_administrators_alone() throws Exception {
        for (var duty : List.of("duty-officer", "oversight", "second-officer")) {
            seat = sit(duty);
            web.perform(get("/admin/health").cookie(seat)).andExpect(status().isForbidden());
        }
        web.perform(get("/admin/health")).andExpect(status().is3xxRedirection());
    }

    @Test
    void an_act_that_waits_is_taken_out_once_and_fetched_as_often_as_needed() throws Exception {
        seat = sit("duty-officer");
        var reference = sent();
        assertThat(page("/requests/" + reference, "en")).contains("href=\"/courier\"");
        assertThat(page("/courier", "en")).contains("Belmora", "1 sending waits");
        assertThat(page("/courier", "ar")).contains("dir=\"rtl\"", "إخراج ملف يُنقل باليد");

        assertThat(location(post("/courier/out").param("peer", "XB-1"))).isEqualTo("/courier#out");
        var link = java.util.regex.Pattern.compile("/courier/out/[0-9a-f-]{36}").matcher(page("/courier", "en"));
        assertThat(link.find()).isTrue();
        var file = bytes(link.group());
        assertThat(file)
                .startsWith("age-encryption.org/v1".getBytes(StandardCharsets.US_ASCII))
                .isEqualTo(bytes(link.group()));
        assertThat(page("/courier", "en")).contains("Nothing waits to leave.");
        web.perform(post("/courier/out").param("peer", "XB-1").cookie(seat).with(csrf()))
                .andExpect(status().isConflict());
        var batch = link.group().substring("/courier/out/".length());
        assertThat(ledger.lines(batch, null, 9))
                .extracting(Ledger.Line::what)
                .contains("courier.taken-out", "courier.fetched");
        assertThat(ledger.lines(batch, null, 9))
                .extracting(Ledger.Line::official)
                .containsOnly("maren");

        seat = sit("oversight");
        web.perform(get("/courier").cookie(seat)).andExpect(status().isForbidden());
        web.perform(get(link.group()).cookie(seat)).andExpect(status().isForbidden());
    }

    @Test
    void oversight_takes_a_checkpoint_and_the_proof_of_a_line_and_nobody_else_does() throws Exception {
        seat = sit("oversight");
        assertThat(page("/oversight", "en")).contains("The log as a signed tree");
        PracticeLog.step(node);

        var english = page("/oversight", "en");
        assertThat(english)
                .contains(
                        "Last checkpoint",
                        "href=\"/oversight/log/checkpoint\"",
                        "href=\"/oversight/log/proof?line=1\"");
        assertThat(page("/oversight", "ar")).contains("السجل شجرةً موقّعة", "آخر نقطة تحقق");
        var checkpoint = new String(bytes("/oversight/log/checkpoint"), StandardCharsets.UTF_8);
        assertThat(checkpoint).startsWith("comity/XA-1/domestic\n").contains("\n\n\u2014 comity/XA-1/domestic ");
        var size = checkpoint.split("\n")[1];
        PracticeLog.step(node);

        var folder = TemporaryFolders.folder("log");
        var kept = Files.writeString(folder.resolve("log.checkpoint"), checkpoint);
        var proof = Files.write(folder.resolve("line.tlog-proof"), bytes("/oversight/log/proof?line=1&since=" + size));
        var print = Anchor.fingerprint(keys.sealCertificate());
        assertThat(Verify.run(
                        new String[] {proof.toString(), "--anchor", print, "--since", kept.toString()},
                        System.out,
                        System.err))
                .isZero();
        assertThat(location(post("/oversight/check"))).isEqualTo("/oversight");
        // A walk of more than two seconds is over on a later page.
        await().untilAsserted(() -> assertThat(page("/oversight", "en")).contains("hold."));

        web.perform(get("/oversight/log/proof?line=999999").cookie(seat)).andExpect(status().isConflict());
        web.perform(get("/oversight/log/proof?line=0").cookie(seat)).andExpect(status().isNotFound());
        web.perform(get("/oversight/log/proof?line=1&since=999999").cookie(seat))
                .andExpect(status().isNotFound());
        web.perform(get("/oversight/log/proof?line=x").cookie(seat)).andExpect(status().isBadRequest());
        web.perform(get("/oversight/log/proof?line=").cookie(seat)).andExpect(status().isBadRequest());
        for (var chair : List.of("duty-officer", "administrator")) {
            seat = sit(chair);
            web.perform(get("/oversight/log/checkpoint").cookie(seat)).andExpect(status().isForbidden());
            web.perform(get("/oversight/log/proof?line=1").cookie(seat)).andExpect(status().isForbidden());
        }
    }

    @Test
    void after_a_restore_an_officer_asks_for_an_epoch_and_an_administrator_shows_that_nothing_was_lost()
            throws Exception {
        PracticeLog.step(node);
        var last = db.sql("select note from ledger.checkpoint order by size desc limit 1")
                .query(String.class)
                .single();
        db.sql("insert into ledger.closure (log, closed_at, size) select 'domestic', now(), n from ledger.head")
                .update();
        seat = sit("oversight");
        assertThat(page("/oversight", "en")).contains("no new head is signed", "href=\"/restored\"");

        seat = sit("custodian");
        assertThat(mayBegin()).isFalse();
        seat = sit("duty-officer");
        assertThat(mayBegin()).isTrue();
        press("/restored/log/epoch").andExpect(flash("restored.log.asked"));
        assertThat(mayBegin()).as("who asked does not confirm").isFalse();
        press("/restored/log/epoch").andExpect(status().isConflict());
        seat = sit("lawyer");
        assertThat(mayBegin()).isTrue();
        press("/admin/restored/log", "checkpoint", last).andExpect(status().isForbidden());
        seat = sit("administrator");
        press("/admin/restored/log", "checkpoint", "no checkpoint").andExpect(status().isConflict());
        press("/admin/restored/log", "checkpoint", last).andExpect(flash("restored.log.opened"));

        PracticeLog.step(node);
        seat = sit("oversight");
        assertThat(page("/oversight", "en")).doesNotContain("no new head is signed");
        assertThat(new String(bytes("/oversight/log/checkpoint"), StandardCharsets.UTF_8))
                .startsWith("comity/XA-1/domestic\n")
                .isNotEqualTo(last);
    }

    private boolean mayBegin() throws Exception {
        var model = web.perform(get("/restored").cookie(seat)).andReturn().getModelAndView();
        return ((RestoredView) model.getModel().get("restored")).mayBegin();
    }

    private ResultActions press(String path, String... typed) throws Exception {
        var request = post(path).cookie(seat).with(csrf());
        for (int i = 0; i < typed.length; i += 2) {
            request = request.param(typed[i], typed[i + 1]);
        }
        return web.perform(request);
    }

    private static ResultMatcher flash(String key) {
        return it -> assertThat(((org.comity.ui.Flash) it.getFlashMap().get("flash")).key())
                .isEqualTo(key);
    }

    @Test
    void what_is_brought_in_wrongly_is_said_in_words_and_changes_nothing() throws Exception {
        seat = sit("duty-officer");
        var before = db.sql("select count(*) from thread.act").query(Long.class).single();

        var renamed = new MockMultipartFile("file", "holiday.jpg", "image/jpeg", new byte[] {1, 2, 3});
        var broken = new MockMultipartFile(
                "file", "XB-1_XA-1_001798761600000_000001_act (1).age", null, "age-encryption.org/v1\nx".getBytes());
        var stranger = new MockMultipartFile("file", "XZ-9_XA-1_001798761600000_000002_act.age", null, new byte[9]);
        var elsewhere = new MockMultipartFile("file", "XB-1_XC-1_001798761600000_000003_act.age", null, new byte[9]);
        assertThat(body(multipart("/courier/in")
                        .file(renamed)
                        .file(broken)
                        .file(stranger)
                        .file(elsewhere)))
                .contains(
                        "This is not the name of a courier file",
                        "not made for this node",
                        "The directory does not know who sent this",
                        "This is for another node");
        assertThat(body(multipart("/courier/in")
                        .file(new MockMultipartFile("file", "a.zip", null, new byte[] {'P', 'K', 3, 4, 9}))))
                .contains("This file is damaged");
        assertThat(body(multipart("/courier/in")))
                .contains("No file was chosen", "f-file-problem", "form method=\"post\" action=\"/courier/in");

        assertThat(db.sql("select count(*) from thread.act").query(Long.class).single())
                .isEqualTo(before);
    }

    @Test
    void a_revocation_counts_by_its_signature_and_is_passed_on_once() throws Exception {
        seat = sit("administrator");
        assertThat(page("/admin/revocations", "en")).contains("Bring a revocation", "/admin/health");
        assertThat(page("/admin/revocations", "ar")).contains("dir=\"rtl\"", "إبطال المفاتيح");
        var now = CLOCK.instant();
        var network = directory.network();
        var ours = new CeremonyKeys(recovery).key("recovery");
        var right = SignedRevocation.sign(network, "XC-1", 1, now, now.minusSeconds(60), ours)
                .json();
        var wrong = Map.of(
                "malformed", "{}".getBytes(StandardCharsets.UTF_8),
                "other-network",
                        SignedRevocation.sign("0".repeat(64), "XC-1", 1, now, now, ours)
                                .json(),
                "unknown-participant",
                        SignedRevocation.sign(network, "XZ-9", 1, now, now, ours)
                                .json(),
                "foreign-signature",
                        SignedRevocation.sign(network, "XC-1", 1, now, now, stranger())
                                .json());
        for (var each : wrong.entrySet()) {
            assertThat(body(upload(each.getValue()))).contains("class=\"problems\"", "Nothing was changed");
            assertThat(catchThrowableOfType(Refusal.class, () -> door.receive(parcel("XB-1", each.getValue())))
                            .code())
                    .isEqualTo("revocation-" + each.getKey());
        }
        assertThat(body(multipart("/admin/revocations"))).contains("Choose the signed file.");
        assertThat(catchThrowableOfType(Refusal.class, () -> door.receive(parcel("XZ-9", right)))
                        .code())
                .isEqualTo("unknown-sender");
        assertThat(directory.standing("XC-1")).isEqualTo(Directory.Validity.VALID);
        assertThat(passedOn()).isEmpty();

        door.receive(parcel("XB-1", right));
        door.receive(parcel("XB-1", right));
        assertThat(location(upload(right))).isEqualTo("/admin/revocations");

        assertThat(directory.standing("XC-1")).isEqualTo(Directory.Validity.REVOKED);
        assertThat(passedOn()).containsExactly("XB-1");
        assertThat(page("/admin/revocations", "en")).contains("XC-1", "compromised since");
        assertThat(catchThrowableOfType(Refusal.class, () -> door.receive(parcel("XC-1", right)))
                        .code())
                .isEqualTo("directory-revoked");
        seat = sit("duty-officer");
        web.perform(get("/admin/revocations").cookie(seat)).andExpect(status().isForbidden());
        web.perform(upload(right).cookie(seat).with(csrf())).andExpect(status().isForbidden());
    }

    private static MockMultipartHttpServletRequestBuilder upload(byte[] json) {
        return multipart("/admin/revocations")
                .file(new MockMultipartFile("file", "revocation.json", "application/json", json));
    }

    private Parcel parcel(String from, byte[] json) {
        var age = sealing.encrypt(json, List.of(directory.self().node().ageRecipient()));
        return new Parcel(Parcel.Action.REVOCATION, from, "XA-1", "revocation", age, null);
    }

    private List<String> passedOn() {
        return db.sql("select destination from exchange.outbox where action = 'REVOCATION' order by id")
                .query(String.class)
                .list();
    }

    private static PrivateKey stranger() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair().getPrivate();
    }

    /** An emergency request to XB, which has a node that nobody reaches. */
    private String sent() throws Exception {
        var maren = officials.find("maren").orElseThrow();
        Map<String, Object> body = Map.of(
                "instrument",
                "uncc",
                "authority",
                "Cyber Unit",
                "emergency",
                true,
                "emergencyReason",
                "a child is missing",
                "daysAsked",
                60,
                "identifiers",
                List.of(Map.of("kind", "mail", "value", "a@mail.example", "time", "", "zone", "")));
        var draft = drafts.start("preservation/1", "request", Role.REQUESTING, "XB-1", null, body, maren);
        location(post("/drafts/" + draft.id() + "/submit").param("version", "1"));
        return location(post("/drafts/" + draft.id() + "/approve").param("method", "practice"))
                .substring("/requests/".length());
    }

    private Cookie[] sit(String chair) throws Exception {
        return web.perform(get("/practice/sit/" + chair).header("Sec-Fetch-Site", "same-site"))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getCookies();
    }

    private String location(AbstractMockHttpServletRequestBuilder<?> what) throws Exception {
        var response = web.perform(what.cookie(seat).with(csrf())).andReturn().getResponse();
        assertThat(response.getStatus()).as(response.getContentAsString()).isBetween(300, 399);
        return response.getRedirectedUrl();
    }

    private String body(AbstractMockHttpServletRequestBuilder<?> what) throws Exception {
        return web.perform(what.cookie(seat).with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private byte[] bytes(String path) throws Exception {
        return web.perform(get(path).cookie(seat))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private String page(String path, String language) throws Exception {
        return web.perform(get(path).cookie(seat).cookie(new Cookie("lang", language)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
