package org.comity.casework.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.comity.casework.Officers;
import org.comity.identity.secret.ApiTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** Whoever may read no request reads no act by its draft. */
class DraftsByDutyTest extends Officers {

    /** Whose duties open no request. */
    private static final List<String> READ_NOTHING = List.of("administrator", "magistrate", "office-member");

    private static final List<String> PROGRAMS = List.of("sorane", "norel", "brandel");

    @Autowired
    private ApiTokens tokens;

    @Test
    void an_act_that_has_left_is_told_only_to_whoever_reads_requests() throws Exception {
        var open = sent("XD-1", emergency(), "maren");
        var closed = sent("XD-1", emergency(), "maren");
        close("/requests/" + closed.reference() + "/compartment");
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

    private void close(String path) throws Exception {
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
