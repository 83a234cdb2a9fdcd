package org.comity.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import jakarta.servlet.ServletInputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.comity.identity.SoftPasskey;
import org.comity.identity.passkey.Passkeys;
import org.comity.identity.person.Persons;
import org.comity.vocabulary.Duty;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What a program may not, or did not say well: told in the reader's language, with what to do, and nothing changed. */
class RefusedByProgramTest extends WritingPrograms {

    private static final String REQUEST = """
            {"procedure": "preservation/1", "counterpart": "%s", "body": {
              "instrument": "uncc", "authority": "Contact point of Aldoria", "offences": ["7"],
              "facts": "An account was broken into.", "dataClasses": ["traffic"],
              "identifiers": [{"kind": "mail", "value": "a@mail.example"}],
              "link": "It was used.", "necessity": "Logs are deleted.", "intent": true, "daysAsked": 90}}
            """;

    private static final String TODAY = LocalDate.now(ZoneOffset.UTC).toString();

    @Value("${node.origin}")
    private String origin;

    @Autowired
    private Persons persons;

    @Autowired
    private Passkeys passkeys;

    @Test
    void every_kind_of_refusal_says_what_is_wrong_and_what_to_do_in_two_languages() throws Exception {
        var draft = id(draft("XB-1"));
        var reference = sent("XD-1");
        told(401, "token.asked", () -> get("/api/v1/requests"), null);
        told(401, "token.asked", () -> get("/api/v1/requests"), "comity_wrong");
        told(400, "api.key-missing", () -> post("/api/v1/drafts").content("{}"), token("maren"));
        told(400, "api.not-json", () -> wish("/drafts", "[1]"), token("maren"));
        told(400, "api.not-json", () -> wish("/drafts", "{\"a\":".repeat(9) + "1" + "}".repeat(9)), token("maren"));
        told(400, "api.field", () -> wish("/drafts", "{\"procedure\": 7}"), token("maren"));
        told(400, "api.field", () -> wish("/drafts/" + draft + "/submission", "{\"version\": \"1\"}"), token("maren"));
        told(
                400,
                "api.field",
                () -> wish("/drafts/" + draft + "/submission", "{\"version\":1,\"channel\":\"dove\"}"),
                token("maren"));
        told(400, "api.field", () -> get("/api/v1/requests?view=none"), token("maren"));
        told(403, "request.not-your-duty", () -> delete("/api/v1/drafts/" + draft), token("ferro"));
        told(403, "request.not-your-duty", () -> put("/api/v1/requests/" + reference + "/owner"), token("ferro"));
        told(404, "request.unknown", () -> get("/api/v1/requests/XA-2020-000001"), token("maren"));
        told(404, "draft.unknown", () -> get("/api/v1/drafts/d0"), token("maren"));
        told(404, "not-found", () -> get("/api/v1/nothing"), token("maren"));
        told(405, "method", () -> patch("/api/v1/requests"), token("maren"));
        told(
                409,
                "draft.changed-meanwhile",
                () -> wish("/drafts/" + draft + "/submission", "{\"version\": 9}"),
                token("maren"));
        told(
                409,
                "draft.not-submitted",
                () -> wish("/drafts/" + draft + "/approval", "{\"method\":\"practice\"}"),
                token("tolva"));
        told(409, "draft.not-submitted", () -> get("/api/v1/drafts/" + draft + "/approval-options"), token("tolva"));
        told(
                409,
                "preservation.unreadable",
                () -> wish("/requests/" + reference + "/drafts", "{\"type\":\"withdraw\",\"body\":{\"x\":1}}"),
                token("maren"));
        told(
                409,
                "api.step-not-offered",
                () -> wish("/requests/" + reference + "/drafts", "{\"type\":\"expire\"}"),
                token("maren"));
        told(
                409,
                "draft.file-name",
                () -> put("/api/v1/drafts/" + draft + "/files/" + "x".repeat(300))
                        .contentType("text/plain")
                        .content("a"),
                token("maren"));
        told(
                409,
                "draft.file-size",
                () -> put("/api/v1/drafts/" + draft + "/files/a.txt").contentType("text/plain"),
                token("maren"));
        told(
                413,
                "api.too-large",
                () -> put("/api/v1/drafts/" + draft + "/files/a.txt")
                        .contentType("text/plain")
                        .content(new byte[2097153]),
                token("maren"));
        told(413, "api.too-large", () -> wish("/drafts", " ".repeat(262145)), token("maren"));
        told(
                413,
                "api.too-large",
                () -> put("/api/v1/office/" + reference + "/aim")
                        .contentType("application/json")
                        .content("{\"day\": \"" + " ".repeat(262145) + "\"}"),
                token("norel"));
        told(413, "api.too-large", () -> put("/api/v1/offices").content(new byte[524289]), token("okell"));
    }

    @Test
    void a_confirmation_is_the_second_officers_and_is_given_once() throws Exception {
        var emergency = REQUEST.formatted("XD-1")
                .replace("\"intent\"", "\"emergency\": true, \"emergencyReason\": \"A child is missing.\", \"intent\"");
        var draft = answered(wish("/drafts", emergency), "maren", 201);
        answered(wish("/drafts/" + id(draft) + "/submission", "{\"version\":1}"), "maren", 200);
        var act = read(
                answered(wish("/drafts/" + id(draft) + "/approval", "{\"method\":\"practice\"}"), "maren", 200),
                "$.act");
        var path = "/confirmations/" + act;

        assertThat(read(answered(get("/api/v1" + path), "tolva", 200), "$.mayDecide"))
                .isEqualTo("true");
        assertThat(read(answered(get("/api/v1" + path), "maren", 200), "$.mayDecide"))
                .isEqualTo("false");
        told(403, "request.not-your-duty", () -> get("/api/v1/confirmations"), token("brandel"));
        told(404, "confirmation.unknown", () -> get("/api/v1/confirmations/" + "0".repeat(64)), token("tolva"));
        told(400, "api.field", () -> wish(path + "/confirmation", "{\"method\":\"nod\"}"), token("tolva"));
        told(400, "api.field", () -> wish(path + "/refusal", "{\"words\":\" \"}"), token("tolva"));
        told(
                409,
                "confirmation.words-too-long",
                () -> wish(path + "/refusal", "{\"words\":\"" + "x".repeat(2001) + "\"}"),
                token("tolva"));
        told(
                403,
                "confirmation.not-an-approver",
                () -> wish(path + "/confirmation", "{\"method\":\"practice\"}"),
                token("maren"));
        assertThat(read(answered(wish(path + "/confirmation", "{\"method\":\"practice\"}"), "tolva", 200), "$.outcome"))
                .isEqualTo("confirmed");
        told(409, "confirmation.decided", () -> wish(path + "/refusal", "{\"words\":\"Too late.\"}"), token("tolva"));
    }

    @Test
    void a_courier_is_told_what_is_wrong_with_what_was_brought() throws Exception {
        told(403, "courier.forbidden", () -> get("/api/v1/courier"), token("ferro"));
        told(403, "courier.forbidden", () -> wish("/courier/out", "{\"peer\":\"XB-1\"}"), token("ferro"));
        told(404, "courier.unknown", () -> wish("/courier/out", "{\"peer\":\"XZ-9\"}"), token("maren"));
        sent("XB-1");
        // What is being tried by wire at this moment is there a moment later.
        var batch = await().until(
                        () -> asked(wish("/courier/out", "{\"peer\":\"XB-1\"}"), "maren"),
                        it -> it.contains("parcels"));
        assertThat(Integer.parseInt(read(batch, "$.parcels"))).isPositive();
        assertThat(answered(get("/api/v1/courier/out/" + id(batch)), "maren", 200))
                .isNotEmpty();
        await().untilAsserted(() ->
                told(409, "courier.nothing-waits", () -> wish("/courier/out", "{\"peer\":\"XB-1\"}"), token("maren")));
        told(404, "courier.unknown", () -> get("/api/v1/courier/out/" + UUID.randomUUID()), token("maren"));
        told(
                413,
                "api.too-large",
                () -> put("/api/v1/courier/in/a.zip").content(new byte[(16 << 20) + 1]),
                token("maren"));
        var letter = answered(put("/api/v1/courier/in/letter.txt").content("Dear colleague"), "maren", 200);
        assertThat(read(letter, "$.taken[0].refusal")).isEqualTo("name");
        var stranger = answered(
                put("/api/v1/courier/in/XZ-9_XA-1_001798761600000_000002_act.age")
                        .content(new byte[9]),
                "maren",
                200);
        assertThat(read(stranger, "$.taken[0].refusal")).isEqualTo("unknown-sender");
    }

    @Test
    void an_incomplete_request_is_kept_as_a_draft_and_not_submitted() throws Exception {
        var draft =
                answered(wish("/drafts", "{\"procedure\":\"preservation/1\",\"counterpart\":\"XB-1\"}"), "maren", 201);
        told(
                409,
                "preservation.missing",
                () -> wish("/drafts/" + id(draft) + "/submission", "{\"version\":1}"),
                token("maren"));
        assertThat(read(answered(get("/api/v1/drafts/" + id(draft)), "maren", 200), "$.status"))
                .isEqualTo("writing");
    }

    @Test
    void a_time_that_is_over_is_told_with_its_field_and_the_draft_stays() throws Exception {
        var body = REQUEST.formatted("XB-1")
                .replace("\"daysAsked\"", "\"answerBy\": \"2026-01-01T23:59:59Z\", \"daysAsked\"");
        var draft = id(answered(wish("/drafts", body), "maren", 201));
        var submission = "/drafts/" + draft + "/submission";
        told(409, "preservation.ahead", () -> wish(submission, "{\"version\":1}"), token("maren"));
        assertThat(asked(wish(submission, "{\"version\":1}"), "maren")).contains("answerBy");
        assertThat(read(answered(get("/api/v1/drafts/" + draft), "maren", 200), "$.status"))
                .isEqualTo("writing");
    }

    @Test
    void what_a_state_without_a_node_said_is_recorded_only_if_it_can_be() throws Exception {
        var reference = sent("XD-1");
        var way = "/requests/" + reference;
        var path = way + "/recorded-acts";
        var withNode = "/requests/" + sent("XB-1") + "/recorded-acts";
        told(
                409,
                "paper.not-posted",
                () -> wish(path, "{\"type\":\"acknowledge\",\"cameBy\":\"bag\",\"cameOn\":\"" + TODAY + "\"}"),
                token("maren"));
        var posted = "{\"paper\":\"%s\",\"by\":\"bag\",\"day\":\"%s\",\"number\":\"118\"}";
        told(
                409,
                "paper.not-posted",
                () -> wish(way + "/letters-sent", posted.formatted("reminder", TODAY)),
                token("maren"));
        told(
                409,
                "paper.not-posted",
                () -> wish(way + "/letters-received", "{\"day\":\"" + TODAY + "\"}"),
                token("maren"));
        told(
                409,
                "paper.before-written",
                () -> wish(way + "/letters-sent", posted.formatted("letter", "2026-01-02")),
                token("maren"));
        var letter = answered(wish(way + "/letters-sent", posted.formatted("letter", TODAY)), "maren", 201);
        assertThat(read(letter, "$.request.letter.standing") + read(letter, "$.request.letter.number"))
                .isEqualTo("posted118");
        told(
                409,
                "paper.before-posted",
                () -> wish(way + "/letters-received", "{\"day\":\"2026-01-02\"}"),
                token("maren"));
        told(
                409,
                "paper.before-posted",
                () -> wish(path, "{\"type\":\"acknowledge\",\"cameBy\":\"bag\",\"cameOn\":\"2026-01-02\"}"),
                token("maren"));
        var asked = "{\"type\":\"ask\",\"cameBy\":\"%s\",\"cameOn\":\"%s\",\"body\":{\"text\":\"Which one?\"}}";
        told(409, "paper.in-the-future", () -> wish(path, asked.formatted("phone", "2099-01-01")), token("maren"));
        told(400, "api.field", () -> wish(path, asked.formatted("dove", TODAY)), token("maren"));
        told(409, "paper.field", () -> wish(path, asked.formatted("node", TODAY)), token("maren"));
        told(400, "api.field", () -> wish(path, asked.formatted("phone", "yesterday")), token("maren"));
        told(
                409,
                "paper.field",
                () -> wish(path, "{\"type\":\"refuse\",\"cameBy\":\"mail\",\"cameOn\":\"" + TODAY + "\"}"),
                token("maren"));
        told(
                409,
                "paper.not-offered",
                () -> wish(path, "{\"type\":\"expire\",\"cameBy\":\"mail\",\"cameOn\":\"" + TODAY + "\"}"),
                token("maren"));
        told(409, "paper.file-type", () -> wish(path, scan("Hello".getBytes(UTF_8))), token("maren"));
        told(413, "api.too-large", () -> wish(path, scan(new byte[2_400_000])), token("maren"));
        told(409, "paper.has-node", () -> wish(withNode, asked.formatted("phone", TODAY)), token("maren"));
        told(
                409,
                "paper.field",
                () -> wish(
                        "/recorded-requests",
                        REQUEST.formatted("XB-1")
                                .replaceFirst("}\\s*$", ",\"cameBy\":\"mail\",\"cameOn\":\"" + TODAY + "\"}")),
                token("maren"));
        told(403, "request.not-your-duty", () -> wish(path, asked.formatted("phone", TODAY)), token("ferro"));
        assertThat(read(answered(get("/api/v1/requests/" + reference), "maren", 200), "$.acts.length()"))
                .isEqualTo("1");

        answered(wish(path, scan("%PDF-1.7".getBytes(UTF_8))), "maren", 201);
        var whole = answered(get("/api/v1/requests/" + reference), "maren", 200);
        assertThat(read(whole, "$.acts[1].envelope.attachments[0].name")).isEqualTo("scan.pdf");
        assertThat(read(whole, "$.request.theirCase")).isEqualTo("D-9");
    }

    @Test
    void a_draft_thrown_away_cannot_be_sent_and_a_file_taken_off_does_not_travel() throws Exception {
        var draft = id(draft("XB-1"));
        var file = "/api/v1/drafts/" + draft + "/files/%D8%AE%D8%B1%D9%8A%D8%B7%D8%A9.txt";
        var with = answered(
                put(java.net.URI.create(file)).contentType("text/plain").content("map"), "maren", 200);
        assertThat(read(with, "$.files[0].name")).isEqualTo("خريطة.txt");
        assertThat(read(answered(delete(java.net.URI.create(file)), "maren", 200), "$.files.length()"))
                .isEqualTo("0");

        assertThat(read(answered(delete("/api/v1/drafts/" + draft), "maren", 200), "$.status"))
                .isEqualTo("discarded");
        told(
                409,
                "draft.not-being-written",
                () -> wish("/drafts/" + draft + "/submission", "{\"version\":1}"),
                token("maren"));
        told(
                409,
                "draft.not-being-written",
                () -> put("/api/v1/drafts/" + draft + "/files/a.txt")
                        .contentType("text/plain")
                        .content("a"),
                token("maren"));
    }

    @Test
    void a_passkey_of_the_officer_approves_this_act_and_no_other() throws Exception {
        persons.add("key.holder", "K. Holder", Set.of(Duty.SECOND_OFFICER));
        var passkey = new SoftPasskey();
        passkey.origin = origin;
        passkeys.register(
                persons.find("key.holder").orElseThrow(), new byte[32], "token", passkey.created(new byte[32]));
        passkey.counter++;
        var first = submitted("XB-1");
        var second = submitted("XB-1");

        var options = answered(get("/api/v1/drafts/" + id(first) + "/approval-options"), "key.holder", 200);
        var challenge = Base64.getUrlDecoder().decode(read(options, "$.challenge"));
        assertThat(HexFormat.of().formatHex(challenge)).isEqualTo(read(first, "$.act"));
        var proof = "{\"method\":\"passkey\",\"assertion\":" + passkey.asserted(challenge) + "}";
        told(409, "passkey.refused", () -> wish("/drafts/" + id(second) + "/approval", proof), token("key.holder"));
        told(
                400,
                "api.field",
                () -> wish("/drafts/" + id(first) + "/approval", "{\"method\":\"passkey\"}"),
                token("key.holder"));

        var approved = answered(wish("/drafts/" + id(first) + "/approval", proof), "key.holder", 200);
        assertThat(read(approved, "$.status")).isEqualTo("sent");
        // No other test's second officer.
        persons.active("key.holder", false);
    }

    @Test
    void a_file_of_offices_is_not_read_of_whoever_may_not_write_them() throws Exception {
        var read = new AtomicBoolean();
        var answer = web.perform(context -> {
                    var request = new MockHttpServletRequest(context, "PUT", "/api/v1/offices") {
                        @Override
                        public ServletInputStream getInputStream() {
                            read.set(true);
                            return super.getInputStream();
                        }
                    };
                    request.addHeader("Authorization", "Bearer " + token("maren"));
                    request.setContent(new byte[9]);
                    request.setPathInfo("/api/v1/offices");
                    return request;
                })
                .andReturn()
                .getResponse();

        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(read).isFalse();
    }

    private void told(int status, String code, Supplier<MockHttpServletRequestBuilder> wish, String token)
            throws Exception {
        for (var language : Set.of("en", "ar")) {
            var asked = wish.get().header("Accept-Language", language);
            var answer = web.perform(token == null ? asked : asked.header("Authorization", "Bearer " + token))
                    .andReturn()
                    .getResponse();
            var body = answer.getContentAsString(UTF_8);
            assertThat(answer.getStatus()).as(body).isEqualTo(status);
            assertThat(answer.getContentType()).isEqualTo("application/problem+json");
            assertThat(answer.getHeader("Content-Language")).isEqualTo(language);
            assertThat(read(body, "$.code")).isEqualTo(code);
            assertThat(read(body, "$.title")).isNotBlank();
            var detail = read(body, "$.detail");
            assertThat(detail).as(code).isNotEqualTo("null").doesNotContain("error.", "{");
            assertThat(detail).as(code + " says what to do next").matches("(?s).+[.؟:] ?.+[.]?");
            if (language.equals("ar")) {
                assertThat(detail).matches("(?s).*\\p{IsArabic}.*");
            }
        }
    }

    private static String scan(byte[] content) {
        return "{\"type\":\"acknowledge\",\"cameBy\":\"bag\",\"cameOn\":\"" + TODAY
                + "\",\"number\":\"D-9\",\"scan\":\"%s\"}"
                        .formatted(Base64.getEncoder().encodeToString(content));
    }

    private String draft(String to) throws Exception {
        return answered(wish("/drafts", REQUEST.formatted(to)), "maren", 201);
    }

    private String submitted(String to) throws Exception {
        return answered(wish("/drafts/" + id(draft(to)) + "/submission", "{\"version\":1}"), "maren", 200);
    }

    private static String id(String draft) {
        return read(draft, "$.id");
    }

    private String asked(MockHttpServletRequestBuilder wish, String person) throws Exception {
        return web.perform(wish.header("Authorization", "Bearer " + token(person)))
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8);
    }

    private String answered(MockHttpServletRequestBuilder wish, String person, int status) throws Exception {
        MockHttpServletResponse answer = web.perform(wish.header("Authorization", "Bearer " + token(person)))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(answer.getContentAsString(UTF_8)).isEqualTo(status);
        return answer.getContentAsString(UTF_8);
    }

    private static MockHttpServletRequestBuilder wish(String path, String body) {
        return wish(path, body, UUID.randomUUID().toString());
    }
}
