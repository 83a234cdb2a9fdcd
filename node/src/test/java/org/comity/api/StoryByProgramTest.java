package org.comity.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.comity.evidence.Evidence;
import org.comity.identity.Officials;
import org.comity.ledger.Ledger;
import org.comity.procedure.file.ValuesOfSchemas;
import org.comity.proof.seal.Container;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** XA's half of the story, by programs of its officials. */
class StoryByProgramTest extends WritingPrograms {

    private static final String ASSISTANCE = """
            {"procedure": "assistance/1", "counterpart": "XD-1", "body": {
              "instrument": "uncc", "authority": "Central authority of Aldoria", "proceeding": "A fraud by false invoices",
              "conductedBy": "Prosecutor of Velin", "facts": "Payments were asked in a supplier's name.",
              "measures": ["disclose"], "assistance": "The stored mail.", "purpose": "Evidence in 4711.",
              "scope": "evidence-of-offence", "offences": ["13"], "offence": "Fraud, section 12", "penaltyMonths": 60,
              "dataClasses": ["content"], "identifiers": [{"kind": "mail", "value": "pay-notice@mail.example"}]}}
            """;

    private static final String JOINT = """
            {"procedure": "joint-investigation/1", "edition": "uncc/2", "states": %s, "body": {
              "authority": "Cyber Unit", "matter": "One botnet in three States", "offence": "Illegal access",
              "facts": "The same servers.", "why": "Measures on one day.", "places": "In all of them."}}
            """;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Evidence evidence;

    @Autowired
    private Officials officials;

    @Test
    void a_request_is_drafted_submitted_approved_and_listed() throws Exception {
        var maren = token("maren");
        var draft = json(maren, "/drafts", REQUEST.formatted("XB-1"), 201);
        assertThat(read(draft, "$.status")).isEqualTo("writing");
        assertThat(read(draft, "$.needsSecondOfficer")).isEqualTo("true");

        var submitted = json(maren, "/drafts/" + read(draft, "$.id") + "/submission", version(draft), 200);
        var reference = read(submitted, "$.reference");
        var pdf = ask(maren, get("/api/v1/drafts/" + read(draft, "$.id") + "/act.pdf"));
        assertThat(pdf.getContentAsByteArray()).startsWith("%PDF".getBytes());

        var tolva = token("tolva");
        var sent = json(tolva, "/drafts/" + read(draft, "$.id") + "/approval", "{\"method\": \"practice\"}", 200);
        assertThat(read(sent, "$.status")).isEqualTo("sent");

        assertThat(text(maren, "/requests?counterpart=XB-1")).contains(reference);
        var whole = text(maren, "/requests/" + reference);
        assertThat(read(whole, "$.request.state")).isEqualTo("Sent");
        assertThat(read(whole, "$.acts[0].id")).isEqualTo(read(sent, "$.act"));
        assertThat(ledger.lines(read(whole, "$.request.thread"), null, 10))
                .anyMatch(it -> it.what().equals("thread.read") && "maren".equals(it.official()));
    }

    @Test
    void a_request_to_a_state_without_a_node_goes_through_its_further_acts_and_is_taken_away() throws Exception {
        var maren = token("maren");
        var reference = sent("XD-1");
        var whole = text(maren, "/requests/" + reference);
        assertThat(read(whole, "$.acts[0].n")).isEqualTo("1");
        assertThat(read(whole, "$.acts[0].effect")).isEqualTo("effective");
        assertThat(whole).contains("withdraw");
        assertThat(read(text(maren, "/requests/" + reference + "/entries"), "$.after"))
                .isEqualTo("1");

        var act = "/requests/" + reference + "/acts/" + read(whole, "$.acts[0].id");
        assertThat(Container.read(bytes(maren, act + "/act.asice")).files()).containsKey("act.json");
        assertThat(bytes(maren, act + "/act.pdf")).startsWith("%PDF".getBytes());
        try (var zip =
                new ZipInputStream(new ByteArrayInputStream(bytes(maren, "/requests/" + reference + "/thread.zip")))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("thread.json");
        }

        var step = json(
                maren,
                "/requests/" + reference + "/drafts",
                "{\"type\":\"withdraw\",\"body\":{\"text\":\"Solved.\"}}",
                201);
        json(maren, "/drafts/" + read(step, "$.id") + "/submission", version(step), 200);
        json(token("tolva"), "/drafts/" + read(step, "$.id") + "/approval", "{\"method\": \"practice\"}", 200);
        assertThat(read(text(maren, "/requests/" + reference), "$.request.state"))
                .isEqualTo("Withdrawn");
    }

    @Test
    void assistance_is_asked_answered_delivered_and_taken_away_within_its_use() throws Exception {
        var maren = token("maren");
        var opened = json(maren, "/drafts", ASSISTANCE, 201);
        json(maren, "/drafts/" + read(opened, "$.id") + "/submission", version(opened), 200);
        var sent = json(token("okell"), "/drafts/" + read(opened, "$.id") + "/approval", PRACTICE, 200);
        var path = "/requests/" + read(sent, "$.reference");
        recorded(path, "ask", "{\"questions\": [\"formality\"]}", "{}");
        assertThat(json(maren, path + "/drafts", "{\"type\": \"close\"}", 409))
                .contains("api.step-not-offered", "answer");
        assertThat(json(maren, path + "/drafts", "{\"type\": \"answer\", \"body\": {\"txt\": \"x\"}}", 409))
                .contains("assistance.unreadable", "txt");
        step(path, "answer", "{\"text\": \"A certificate.\"}", "{}");
        var conditions = recorded(
                path,
                "propose-conditions",
                "{\"assurancesAsked\": [{\"kind\": \"use\", \"words\": \"One case\", \"by\": \"Prosecutor\", \"form\": \"Letter\", \"until\": \"2027-12-31\"}]}",
                "{}");
        step(path, "accept-conditions", "{}", "{\"conditions\": \"" + conditions + "\"}");
        var delivered = recorded(
                path,
                "deliver",
                "{\"items\": [\"" + item(path)
                        + "\"], \"executedBy\": \"Court\", \"record\": \"Copied.\", \"certificate\": \"none\"}",
                "{\"part\": \"whole\"}");
        assertThat(read(text(maren, path), "$.state.unmatched[0].act")).isEqualTo(delivered);
        step(path, "matched", "{}", "{\"delivery\": \"" + delivered + "\"}");

        var refused = ask(maren, get("/api/v1" + path + "/thread.zip"));
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(refused.getContentType()).isEqualTo("application/problem+json");
        assertThat(refused.getHeader("Content-Disposition")).isNull();
        assertThat(read(refused.getContentAsString(), "$.code")).isEqualTo("use.not-confirmed");
        assertThat(bytes(maren, path + "/thread.zip?use=stated&words=The+court"))
                .startsWith("PK".getBytes());
        step(path, "close", "{}", "{}");
        assertThat(read(text(maren, path), "$.request.state")).isEqualTo("Closed");
    }

    @Test
    void a_joint_thread_is_begun_others_are_invited_and_its_text_is_written_by_programs() throws Exception {
        var maren = token("maren");
        assertThat(json(maren, "/joint", JOINT.formatted("[]"), 409)).contains("joint.field", "states");
        var opened = json(maren, "/joint", JOINT.formatted("[\"XB-1\"]"), 201);
        assertThat(read(opened, "$.status")).isEqualTo("writing");
        var id = read(opened, "$.id");
        json(maren, "/joint/drafts/" + id + "/submission", "{}", 200);
        assertThat(json(maren, "/joint/drafts/" + id + "/approval", PRACTICE, 403))
                .contains("draft.not-an-approver");
        assertThat(read(
                        json(
                                token("okell"),
                                "/joint/drafts/" + id + "/return",
                                "{\"why\": \"Name the servers.\"}",
                                200),
                        "$.givenBack"))
                .isEqualTo("Name the servers.");
        json(maren, "/joint/drafts/" + id + "/submission", "{}", 200);
        var sent = json(token("okell"), "/joint/drafts/" + id + "/approval", PRACTICE, 200);
        var thread = read(sent, "$.thread");
        assertThat(read(text(maren, "/joint/" + thread), "$.offered")).contains("invite");

        var path = "/joint/" + thread + "/drafts";
        var asks = text(maren, path);
        assertThat(read(asks, "$.drafts[0].facts.party")).isEqualTo("XB-1");
        json(token("okell"), "/joint/drafts/" + read(asks, "$.drafts[0].id") + "/approval", PRACTICE, 200);
        assertThat(text(maren, path)).contains("\"drafts\":[]");
        assertThat(json(maren, path, "{\"type\": \"take-over\"}", 409)).contains("joint.not-offered");
        assertThat(json(maren, path, "{\"type\": \"invite\", \"facts\": {\"as\": \"member\"}}", 409))
                .contains("joint.field", "party");
        said(path, "{\"type\": \"invite\", \"facts\": {\"party\": \"XD-1\", \"as\": \"member\", \"shown\": \"all\"}}");
        assertThat(text(maren, "/joint/" + thread)).contains("XD-1", "\"at\":\"XA-1\"");

        var thrown = json(
                maren,
                path,
                "{\"type\": \"invite\", \"facts\": {\"party\": \"XC-1\", \"as\": \"observer\", \"shown\": \"all\"}}",
                201);
        assertThat(ask(
                                maren,
                                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete(
                                        "/api/v1/joint/drafts/" + read(thrown, "$.id")))
                        .getStatus())
                .isEqualTo(204);
        assertThat(ask(maren, get("/api/v1/joint/drafts/" + read(thrown, "$.id")))
                        .getStatus())
                .isEqualTo(404);
        assertThat(json(token("okell"), "/joint/drafts/" + id + "/approval", PRACTICE, 409))
                .contains("draft.not-submitted");
    }

    private void said(String path, String wish) throws Exception {
        var draft = "/joint/drafts/" + read(json(token("maren"), path, wish, 201), "$.id");
        json(token("maren"), draft + "/submission", "{}", 200);
        json(token("okell"), draft + "/approval", PRACTICE, 200);
    }

    /** Written, submitted and approved. */
    private void step(String path, String type, String body, String facts) throws Exception {
        var draft = json(
                token("maren"),
                path + "/drafts",
                "{\"type\": \"%s\", \"body\": %s, \"facts\": %s}".formatted(type, body, facts),
                201);
        json(token("maren"), "/drafts/" + read(draft, "$.id") + "/submission", version(draft), 200);
        json(token("tolva"), "/drafts/" + read(draft, "$.id") + "/approval", PRACTICE, 200);
    }

    /** What the other State wrote, once our letter had left; the act's id. */
    private String recorded(String path, String type, String body, String facts) throws Exception {
        var today = LocalDate.now(ZoneOffset.UTC);
        if (read(text(token("maren"), path), "$.request.letter.standing").equals("ready")) {
            json(
                    token("maren"),
                    path + "/letters-sent",
                    "{\"paper\": \"letter\", \"by\": \"bag\", \"day\": \"%s\"}".formatted(today),
                    201);
        }
        json(
                token("maren"),
                path + "/recorded-acts",
                "{\"type\": \"%s\", \"body\": %s, \"facts\": %s, \"cameBy\": \"bag\", \"cameOn\": \"%s\"}"
                        .formatted(type, body, facts, today),
                201);
        return read(text(token("maren"), path), "$.acts[-1:].id").replaceAll("[^0-9a-f]", "");
    }

    /** What lies here whole, come on a disk. */
    private String item(String path) throws Exception {
        var by = officials.find("ferro").orElseThrow();
        var thread = read(text(token("maren"), path), "$.request.thread");
        var id = evidence.begin(new Evidence.Beginning("box.mbox", "application/mbox", thread, null), by);
        evidence.add(id, 0, new ByteArrayInputStream("From nobody".getBytes()));
        evidence.finish(id, null, by);
        return id.toString();
    }

    @Test
    void a_matched_item_is_taken_out_as_a_file_whole_or_from_where_a_line_broke() throws Exception {
        var path = "/evidence/" + item("/requests/" + sent("XD-1"));
        var ferro = token("ferro");
        assertThat(read(ask(ferro, get("/api/v1" + path + "/file")).getContentAsString(), "$.code"))
                .isEqualTo("evidence.not-matched");
        evidence.match(UUID.fromString(path.substring(10)), null);
        assertThat(ask(token("maren"), get("/api/v1" + path + "/file")).getStatus())
                .isEqualTo(403);

        assertThat(bytes(ferro, path + "/file")).isEqualTo("From nobody".getBytes());
        var rest = ask(ferro, get("/api/v1" + path + "/file").header("Range", "bytes=5-"));
        assertThat(rest.getStatus()).isEqualTo(206);
        assertThat(rest.getHeader("Content-Range")).isEqualTo("bytes 5-10/11");
        assertThat(rest.getContentAsString()).isEqualTo("nobody");
        var end = ask(ferro, get("/api/v1" + path + "/file").header("Range", "bytes=-4"));
        assertThat(end.getStatus()).isEqualTo(206);
        assertThat(end.getHeader("Content-Range")).isEqualTo("bytes 7-10/11");
        assertThat(end.getContentAsString()).isEqualTo("body");
        for (var wrong :
                new String[] {"bytes=11-", "bytes=5-4", "bytes=-0", "bytes=0-1,3-4", "bytes=999999999999999999-"}) {
            var none = ask(ferro, get("/api/v1" + path + "/file").header("Range", wrong));
            assertThat(none.getStatus()).as(wrong).isEqualTo(416);
            assertThat(none.getHeader("Content-Range")).isEqualTo("bytes */11");
        }
        assertThat(ask(ferro, head("/api/v1" + path + "/file")).getStatus()).isEqualTo(405);
        assertThat(evidence.custody(UUID.fromString(path.substring(10))))
                .extracting(it -> it.what().name())
                .endsWith("MATCHED", "EXPORTED", "EXPORTED", "EXPORTED");
        assertThat(new String(
                        bytes(token("okell"), path + "/custody.pdf"), java.nio.charset.StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
        assertThat(text(token("okell"), path + "/custody.jsonld")).contains("@context", path.substring(10));
        assertThat(ask(token("maren"), get("/api/v1" + path + "/custody.jsonld"))
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void what_was_added_without_the_mark_is_marked_by_a_program_and_shown_no_more() throws Exception {
        var path = "/evidence/" + item("/requests/" + sent("XD-1"));
        var id = UUID.fromString(path.substring(10));
        assertThat(ask(token("maren"), post("/api/v1" + path + "/sealed-only")).getStatus())
                .isEqualTo(403);
        assertThat(evidence.item(id).orElseThrow().sealedOnly()).isFalse();

        for (int i = 0; i < 2; i++) {
            assertThat(ask(token("ferro"), post("/api/v1" + path + "/sealed-only"))
                            .getStatus())
                    .isEqualTo(204);
        }

        assertThat(evidence.item(id).orElseThrow().sealedOnly()).isTrue();
        assertThat(evidence.custody(id))
                .extracting(it -> it.what().name())
                .as("once on record")
                .containsOnlyOnce("KEPT_SEALED");
    }

    /** As another vendor's client would: from the published schema of the act, and nothing else that is ours. */
    @Test
    void an_inquiry_is_written_from_the_description_alone() throws Exception {
        var maren = token("maren");
        var json = new JsonMapper();
        var schema =
                json.readTree(bytes(maren, "/openapi.json")).at("/components/schemas/inquiry-1.inquire/properties");
        var body = new TreeMap<String, Object>();
        schema.properties()
                .forEach(it ->
                        body.put(it.getKey(), ValuesOfSchemas.allowed(json.treeToValue(it.getValue(), Map.class))));

        var draft = json(
                maren,
                "/drafts",
                json.writeValueAsString(Map.of("procedure", "inquiry/1", "counterpart", "XB-1", "body", body)),
                201);
        assertThat(json.readTree(draft).get("body")).isEqualTo(json.valueToTree(body));
        var submitted = json(maren, "/drafts/" + read(draft, "$.id") + "/submission", version(draft), 200);
        assertThat(read(submitted, "$.reference")).startsWith("XA-");
    }
}
