package org.comity.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.comity.casework.Officers;
import org.comity.identity.secret.ApiTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The node of the officials, and the programs of those officials. */
abstract class WritingPrograms extends Officers {

    static final String REQUEST = """
            {"procedure": "preservation/1", "counterpart": "%s", "body": {
              "instrument": "uncc", "authority": "Contact point of Aldoria", "ourCase": "VEL-17",
              "offences": ["7"], "offence": "Illegal access, Penal Code 214", "facts": "An account was broken into.",
              "stage": "investigation", "dataClasses": ["traffic"],
              "identifiers": [{"kind": "ip", "value": "192.0.2.7", "time": "2026-11-01T10:00:00", "zone": "UTC"}],
              "link": "The account was used from there.", "necessity": "Logs are deleted after 30 days.",
              "custodian": "Ostera Net", "intent": true, "daysAsked": 90}}
            """;

    static final String PRACTICE = "{\"method\": \"practice\"}";

    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    @Autowired
    ApiTokens tokens;

    String sent(String to) throws Exception {
        var draft = json(token("maren"), "/drafts", REQUEST.formatted(to), 201);
        var submitted = json(token("maren"), "/drafts/" + read(draft, "$.id") + "/submission", version(draft), 200);
        json(token("tolva"), "/drafts/" + read(draft, "$.id") + "/approval", "{\"method\": \"practice\"}", 200);
        return read(submitted, "$.reference");
    }

    String token(String person) {
        return TOKENS.computeIfAbsent(person, it -> tokens.create(it, "story").orElseThrow());
    }

    static String version(String draft) {
        return "{\"version\": " + read(draft, "$.version") + "}";
    }

    static String read(String json, String path) {
        return String.valueOf(JsonPath.<Object>read(json, path));
    }

    String text(String token, String path) throws Exception {
        return new String(bytes(token, path), java.nio.charset.StandardCharsets.UTF_8);
    }

    byte[] bytes(String token, String path) throws Exception {
        var answer = ask(token, get("/api/v1" + path));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsByteArray();
    }

    String json(String token, String path, String body, int status) throws Exception {
        var answer = ask(token, wish(path, body, UUID.randomUUID().toString()));
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
        return answer.getContentAsString();
    }

    static MockHttpServletRequestBuilder wish(String path, String body, String key) {
        return post("/api/v1" + path)
                .content(body)
                .contentType("application/json")
                .header("Idempotency-Key", key);
    }

    MockHttpServletResponse ask(String token, MockHttpServletRequestBuilder wish) throws Exception {
        return web.perform(wish.header("Authorization", "Bearer " + token))
                .andReturn()
                .getResponse();
    }
}
