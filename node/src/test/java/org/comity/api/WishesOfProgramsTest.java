package org.comity.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.RequestAddress;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** What a program wishes is done once, within bounds, by whose duty it is; a refusal says what is wrong. */
class WishesOfProgramsTest extends WritingPrograms {

    @Autowired
    private Ledger ledger;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void lines_of_the_domestic_file_are_added_by_whose_duty_it_is() throws Exception {
        var reference = sent("XD-1");
        var path = "/requests/" + reference + "/file";
        var order = "{\"kind\": \"order\", \"text\": \"Granted.\", \"number\": \"14/27\"}";
        assertThat(read(json(token("sorane"), path, order, 403), "$.code")).isEqualTo("request.not-your-duty");
        json(token("maren"), path, "{\"kind\": \"passed-on\", \"text\": \"For an order.\"}", 201);
        var recorded = json(token("sorane"), path, order, 201);
        assertThat(read(recorded, "$.lines[0].number")).isEqualTo("14/27");
        assertThat(recorded).doesNotContain("For an order.");
        assertThat(ask(token("sorane"), get("/api/v1" + path)).getStatus()).isEqualTo(403);
        assertThat(read(json(token("maren"), path, order, 403), "$.code")).isEqualTo("request.not-your-duty");
        assertThat(text(token("maren"), path)).contains("Granted.");
        var tiff = "{\"kind\": \"note\", \"text\": \"Faxed.\", \"scan\": \"SUkqAA==\"}";
        assertThat(json(token("maren"), path, tiff, 201)).contains("scan.tif");
        var text = tiff.replace("SUkqAA==", "Tm90aGluZw==");
        assertThat(read(json(token("maren"), path, text, 400), "$.code")).isEqualTo("api.field");
    }

    /** As curl sends what a program gives it without a word on its type. */
    @Test
    void a_file_sent_as_if_it_were_a_form_arrives_whole() throws Exception {
        var maren = token("maren");
        var draft = read(json(maren, "/drafts", REQUEST.formatted("XB-1"), 201), "$.id");
        var sent = put("/api/v1/drafts/" + draft + "/files/log.csv")
                .contentType("application/x-www-form-urlencoded")
                .content("192.0.2.7;a=b&c");

        var answer = ask(maren, sent);

        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        assertThat(read(answer.getContentAsString(), "$.files[0].size")).isEqualTo("15");
    }

    @Test
    void where_ten_files_are_one_can_be_replaced_and_none_added() throws Exception {
        var maren = token("maren");
        var draft = read(json(maren, "/drafts", REQUEST.formatted("XB-1"), 201), "$.id");
        for (int n = 0; n < 10; n++) {
            assertThat(ask(maren, file(draft, "f" + n, "first")).getStatus()).isEqualTo(200);
        }

        assertThat(read(ask(maren, file(draft, "f9", "second, longer")).getContentAsString(), "$.files[9].size"))
                .isEqualTo("14");
        assertThat(read(ask(maren, file(draft, "f10", "more")).getContentAsString(), "$.code"))
                .isEqualTo("draft.file-count");
    }

    private static MockHttpServletRequestBuilder file(String draft, String name, String content) {
        return put("/api/v1/drafts/" + draft + "/files/" + name)
                .contentType("text/plain")
                .content(content);
    }

    @Test
    void who_reads_messages_and_file_is_on_record() throws Exception {
        var reference = sent("XD-1");
        var thread = requests.find(reference).orElseThrow().thread();
        for (var path : List.of("/messages", "/file", "/file?after=0")) {
            long before = readings(thread);
            assertThat(ask(token("arlo"), get("/api/v1/requests/" + reference + path))
                            .getStatus())
                    .isEqualTo(200);
            assertThat(readings(thread)).as(path).isEqualTo(before + 1);
        }
    }

    private long readings(String thread) {
        return ledger.lines(thread, null, 200).stream()
                .filter(it -> it.what().equals("thread.read"))
                .count();
    }

    @Test
    void a_wish_repeated_is_done_once_and_answered_alike() throws Exception {
        var maren = token("maren");
        var key = UUID.randomUUID().toString();
        var first = ask(maren, wish("/drafts", REQUEST.formatted("XB-1"), key));
        var again = ask(maren, wish("/drafts", REQUEST.formatted("XB-1"), key));
        assertThat(again.getContentAsString()).isEqualTo(first.getContentAsString());
        assertThat(again.getStatus()).isEqualTo(201);
        assertThat(again.getHeader("Idempotent-Replayed")).isEqualTo("true");

        var other = ask(maren, wish("/drafts", REQUEST.formatted("XD-1"), key));
        assertThat(other.getStatus()).isEqualTo(422);
        assertThat(read(other.getContentAsString(), "$.code")).isEqualTo("api.key-reused");
        assertThat(ask(maren, wish("/drafts", REQUEST.formatted("XB-1"), "too-short-a-key"))
                        .getStatus())
                .isEqualTo(400);

        var stranger = ask(token("okell"), wish("/drafts", REQUEST.formatted("XB-1"), key));
        assertThat(read(stranger.getContentAsString(), "$.id")).isNotEqualTo(read(first.getContentAsString(), "$.id"));
    }

    @Test
    void a_refused_wish_leaves_nothing_and_may_be_tried_again_with_its_key() throws Exception {
        var maren = token("maren");
        var draft = json(maren, "/drafts", REQUEST.formatted("XB-1"), 201);
        json(maren, "/drafts/" + read(draft, "$.id") + "/submission", version(draft), 200);
        var path = "/drafts/" + read(draft, "$.id") + "/approval";
        var key = UUID.randomUUID().toString();
        var alone = ask(maren, wish(path, "{\"method\": \"practice\"}", key));
        assertThat(alone.getStatus()).isEqualTo(403);
        assertThat(read(alone.getContentAsString(), "$.code")).isEqualTo("draft.not-an-approver");
        assertThat(read(json(token("tolva"), path, "{\"method\": \"passkey\"}", 400), "$.code"))
                .isEqualTo("api.field");
        assertThat(ask(maren, wish(path, "{\"method\": \"practice\"}", key)).getStatus())
                .isEqualTo(403);
        assertThat(ask(token("tolva"), wish(path, "{\"method\": \"practice\"}", key))
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void other_duties_write_nothing_and_the_administrator_reads_nothing() throws Exception {
        var ferro = token("ferro");
        assertThat(read(json(ferro, "/drafts", REQUEST.formatted("XB-1"), 403), "$.code"))
                .isEqualTo("request.not-your-duty");
        var administrator = token("brandel");
        assertThat(ask(administrator, get("/api/v1/requests")).getStatus()).isEqualTo(403);
        assertThat(ask(administrator, get("/api/v1/drafts")).getStatus()).isEqualTo(403);
        assertThat(web.perform(get("/api/v1/requests"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(401);
    }

    @Test
    void a_refusal_is_a_problem_in_the_readers_language() throws Exception {
        var arabic = ask(token("maren"), get("/api/v1/requests/XA-2020-000001").header("Accept-Language", "ar"));
        assertThat(arabic.getStatus()).isEqualTo(404);
        assertThat(arabic.getContentType()).isEqualTo("application/problem+json");
        assertThat(arabic.getHeader("Content-Language")).isEqualTo("ar");
        assertThat(read(arabic.getContentAsString(java.nio.charset.StandardCharsets.UTF_8), "$.code"))
                .isEqualTo("request.unknown");
        assertThat(read(arabic.getContentAsString(java.nio.charset.StandardCharsets.UTF_8), "$.detail"))
                .matches(".*\\p{IsArabic}.*");
    }

    @Test
    void what_cannot_be_read_is_refused_by_name() throws Exception {
        var maren = token("maren");
        assertThat(json(
                        maren,
                        "/drafts",
                        "{\"procedure\":\"preservation/1\",\"counterpart\":\"XB-1\",\"body\":{\"follow\":\"x\"}}",
                        409))
                .contains("preservation.unreadable", "follow");
        assertThat(json(maren, "/drafts", "{\"procedure\":\"preservation/1\",\"counterpart\":\"XA-1\"}", 400))
                .contains("counterpart");
        assertThat(json(maren, "/drafts", "{\"a\":1,\"a\":2}", 400)).contains("api.not-json");
        assertThat(json(maren, "/evidence/disk/files", "{\"request\":\"XA-2020-000001\",\"sealedonly\":true}", 400))
                .contains("api.field", "sealedonly");
        assertThat(json(maren, "/requests/" + sent("XD-1") + "/drafts", "{\"type\":\"accept\"}", 409))
                .contains("api.step-not-offered", "withdraw");
    }

    @Test
    void the_largest_body_is_read_and_one_byte_more_is_refused() throws Exception {
        var maren = token("maren");
        assertThat(json(maren, "/drafts", "{}" + " ".repeat(262_142), 400)).contains("api.field");
        assertThat(json(maren, "/drafts", "{}" + " ".repeat(262_143), 413)).contains("api.too-large");
    }

    @Test
    void lists_are_bounded_and_go_on_at_their_cursor() throws Exception {
        var maren = token("maren");
        sent("XD-1");
        sent("XD-1");
        var first = text(maren, "/requests?limit=1");
        var second = text(maren, "/requests?limit=1&after=" + read(first, "$.cursor"));
        assertThat(read(second, "$.requests[0].reference")).isNotEqualTo(read(first, "$.requests[0].reference"));
        assertThat(read(text(maren, "/directory?limit=1&after=XA-1"), "$.participants[0].id"))
                .isEqualTo("XB-1");
    }

    @Test
    void the_description_names_every_route_and_no_other() throws Exception {
        var described = new TreeSet<String>();
        var description = new JsonMapper().readTree(bytes(token("maren"), "/openapi.json"));
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(verb -> described.add(verb.toUpperCase() + " " + path.getKey())));
        var mapped = new TreeSet<String>();
        var whole = new TreeSet<String>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(route -> route.getPatternValues().stream()
                        .filter(it -> it.startsWith("/api/v1"))
                        .forEach(path -> route.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> (path.contains(RequestAddress.WHOLE) ? whole : mapped)
                                        .add(verb + " "
                                                + path.replace(RequestAddress.WHOLE, RequestAddress.SHORT)
                                                        .replaceAll("\\{(\\w+):(?:[^{}]|\\{[\\d,]+})*}", "{$1}")))));
        assertThat(mapped).isEqualTo(described).isNotEmpty();
        // What the description says once: each path of a request is also reached by its author and reference.
        assertThat(whole)
                .isEqualTo(mapped.stream()
                        .filter(it -> it.contains("/requests/{reference}") || it.contains("/office/{reference}"))
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(description.get("openapi").asString()).isEqualTo("3.1.0");
    }
}
