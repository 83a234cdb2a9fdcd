package org.comity.casework.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.comity.casework.Officers;
import org.comity.identity.secret.ApiTokens;
import org.comity.procedure.Link;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever may read no request reads no act by its draft, and whoever must not know a request sees nothing that follows it. */
class DraftsByDutyTest extends Officers {

    /** Whose duties open no request. */
    private static final List<String> READ_NOTHING = List.of("administrator", "magistrate", "office-member");

    private static final List<String> PROGRAMS = List.of("sorane", "norel", "brandel");

    private final List<String> closedHere = new ArrayList<>();

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private JdbcClient db;

    /** Other tests of this node read the same requests. */
    @AfterEach
    void opened_again() {
        db.sql(
                        "update cooperation.compartment set closed_at = null where thread = any (string_to_array(:threads, ','))")
                .param("threads", String.join(",", closedHere))
                .update();
    }

    @Test
    void an_act_that_has_left_is_told_only_to_whoever_reads_requests() throws Exception {
        var open = sent("XD-1", emergency(), "maren");
        var closed = sent("XD-1", emergency(), "maren");
        close(requests.find(closed.reference()).orElseThrow());
        for (var draft : List.of(open, closed)) {
            var page = "/drafts/" + draft.id();
            for (var chair : READ_NOTHING) {
                assertThat(answered(403, chair, post(page + "/approve").param("method", "practice")))
                        .as(chair)
                        .doesNotContain(draft.reference());
                answered(403, chair, post(page + "/return").param("why", "Read on."));
            }
            for (var person : PROGRAMS) {
                assertThat(program(person, page + "/approval", "{\"method\":\"practice\"}"))
                        .as(person)
                        .isEqualTo(403);
                assertThat(program(person, page + "/return", "{\"why\":\"Read on.\"}"))
                        .as(person)
                        .isEqualTo(403);
            }
        }
        assertThat(program("maren", "/drafts/" + open.id() + "/approval", "{\"method\":\"practice\"}"))
                .as("pressed twice by an officer of the desk")
                .isEqualTo(200);
    }

    @Test
    void what_is_being_written_is_no_page_of_another_request() throws Exception {
        var closed =
                requests.find(sent("XD-1", emergency(), "maren").reference()).orElseThrow();
        var own = requests.find(sent("XD-1", emergency(), "maren").reference()).orElseThrow();
        var body = new HashMap<>(ordinary());
        body.put("facts", "What the closed one says.");
        var begun = drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, body, official("maren"));
        var follows = drafts.save(begun.id(), begun.version(), body, follows(closed.thread()), official("maren"));
        close(closed);
        assertThat(code("second-officer", "/drafts/" + follows.id() + "/state")).isNotEqualTo(200);

        for (var type : List.of("no-longer-needed", "withdraw")) {
            for (var chair : List.of("duty-officer", "second-officer")) {
                var path = "/requests/" + own.address() + "/" + type + "?draft=" + follows.id();
                assertThat(code(chair, path)).as("%s of %s", path, chair).isNotEqualTo(200);
            }
        }
        var other = drafts.start(
                "preservation/1", "withdraw", Role.REQUESTING, "XD-1", own.thread(), Map.of(), official("maren"));
        assertThat(code("duty-officer", "/requests/" + own.address() + "/no-longer-needed?draft=" + other.id()))
                .as("nor of another act")
                .isNotEqualTo(200);
        assertThat(page("duty-officer", "/requests/" + own.address() + "/withdraw?draft=" + other.id(), "en"))
                .contains(other.id());
    }

    private static Map<String, String> follows(String thread) {
        return Map.of(Link.FACT, Link.to(thread).fact());
    }

    private int program(String person, String path, String body) throws Exception {
        var token = tokens.create(person, "by duty " + Instant.now()).orElseThrow();
        return web.perform(post("/api/v1" + path)
                        .header("Authorization", "Bearer " + token)
                        .header("Idempotency-Key", token())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private void close(RequestRow row) throws Exception {
        closedHere.add(row.thread());
        var path = "/requests/" + row.address() + "/compartment";
        redirected(
                "duty-officer",
                post(path).param("named", "maren", "okell").param("why", "A colleague may be a suspect."));
        var hash = Pattern.compile("name=\"hash\" value=\"([0-9a-f]{64})\"").matcher(page("lawyer", path, "en"));
        assertThat(hash.find()).isTrue();
        redirected(
                "lawyer",
                post(path + "/confirm")
                        .param("hash", hash.group(1))
                        .param("method", "practice")
                        .param("once", token()));
    }
}
