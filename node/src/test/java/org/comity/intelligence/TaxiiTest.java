package org.comity.intelligence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.intelligence.stix.ReadingBundlesTest.bundle;
import static org.comity.intelligence.stix.ReadingBundlesTest.marked;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.casework.DraftFiles;
import org.comity.identity.secret.ApiTokens;
import org.comity.intelligence.stix.IndexingObjects;
import org.comity.intelligence.stix.StixSchemas;
import org.comity.intelligence.stix.WritingBundles;
import org.comity.intelligence.stix.WritingBundles.NamedIdentifier;
import org.comity.ledger.Ledger;
import org.comity.procedure.Draft;
import org.comity.procedure.RequestRow;
import org.comity.procedure.file.OfficersByLetter;
import org.comity.procedure.form.Identifier;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.TrafficLight;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A platform of our State reads what acts told and brings what officers are to tell, by TAXII 2.1 and within bounds. */
class TaxiiTest extends OfficersByLetter {

    private static final String AT = "/api/taxii2/root/collections/";
    private static final String TYPE = "application/taxii+json;version=2.1";

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private ObjectRows rows;

    @Autowired
    private Ledger ledger;

    @Autowired
    private DraftFiles files;

    private final Map<String, String> known = new HashMap<>();

    @Test
    void what_an_act_told_is_found_by_id_with_its_versions_and_pages() throws Exception {
        var id = "indicator--" + UUID.randomUUID();
        var other = "indicator--" + UUID.randomUUID();
        var red = "indicator--" + UUID.randomUUID();
        var first = told(bundle(
                named(id, "2026-01-01T00:00:00.000Z", "\"name\": \"One\""),
                named(
                        red,
                        "2026-01-01T00:00:00.000Z",
                        "\"object_marking_refs\": [\"marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1\"]")));
        var second = told(bundle(
                named(id, "2026-02-01T00:00:00.000Z", "\"name\": \"Two\""),
                named(other, "2026-01-01T00:00:00.000Z", "\"name\": \"Other\"")));

        var newest = json(asked("given/objects/" + id + "/", "maren"));
        assertThat(names(newest)).containsExactly("Two");
        assertThat(names(json(asked("given/objects/" + id + "/?match[version]=first", "maren"))))
                .containsExactly("One");
        assertThat(names(json(asked("given/objects/" + id + "/?match[version]=2026-01-01T00:00:00.000Z", "maren"))))
                .containsExactly("One");
        assertThat(json(asked("given/objects/" + id + "/versions/", "maren"))
                        .path("versions")
                        .toString())
                .isEqualTo("[\"2026-01-01T00:00:00.000Z\",\"2026-02-01T00:00:00.000Z\"]");
        assertThat(asked("given/objects/" + red + "/", "maren").getStatus())
                .as("RED is for eyes alone")
                .isEqualTo(404);
        assertThat(asked("received/objects/" + id + "/", "maren").getStatus()).isEqualTo(404);
        assertThat(json(asked("given/objects/?match[spec_version]=2.0", "maren"))
                        .isEmpty())
                .isTrue();

        var both = "given/objects/?match[id]=%s,%s&match[version]=all&limit=2".formatted(id, other);
        var page = asked(both, "maren");
        assertThat(page.getContentType()).isEqualTo(TYPE);
        assertThat(names(json(page))).containsExactly("One", "Two");
        assertThat(json(page).path("more").asBoolean()).isTrue();
        var last = page.getHeader("X-TAXII-Date-Added-Last");
        assertThat(Instant.parse(page.getHeader("X-TAXII-Date-Added-First"))).isBefore(Instant.parse(last));
        assertThat(names(json(asked(both + "&next=" + json(page).path("next").asString(), "maren"))))
                .containsExactly("Other");
        assertThat(names(json(asked(both + "&added_after=" + last, "maren")))).containsExactly("Other");
        var manifest = json(asked("given/manifest/?match[id]=" + other, "maren"));
        assertThat(manifest.at("/objects/0/version").asString()).isEqualTo("2026-01-01T00:00:00.000Z");
        assertThat(manifest.at("/objects/0/date_added").asString()).isGreaterThan(last);

        rows.forgetting(second.thread());
        assertThat(names(json(asked("given/objects/" + id + "/", "maren"))))
                .as("what is left")
                .containsExactly("One");
        rows.forgetting(first.thread());
    }

    @Test
    void what_an_act_names_is_told_as_well() throws Exception {
        var domain = "d" + UUID.randomUUID().toString().replace("-", "") + ".example";
        var row = told(null, Map.of("kind", "other", "value", domain, "time", "", "zone", ""));

        var observable = observable(domain);
        var objects = json(asked("given/objects/?match[id]=" + observable, "maren"));
        assertThat(objects.at("/objects/0/value").asString()).isEqualTo(domain);
        assertThat(json(asked("given/manifest/?match[id]=" + observable, "maren"))
                        .path("objects"))
                .hasSize(1);
        assertThat(ledger.lines(row.thread(), null, 50))
                .as("who knows the id is told that it was named")
                .extracting(Ledger.Line::what)
                .contains("indicators.exported", "indicators.listed");
    }

    /** What an officer gave for eyes alone stands in no list, also where the same act names it in a field. */
    @Test
    void what_a_file_of_the_act_keeps_is_not_told_of_its_fields() throws Exception {
        var domain = "r" + UUID.randomUUID().toString().replace("-", "") + ".example";
        var row = told(
                bundle(marked(
                        "1",
                        "\"object_marking_refs\": [\"marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1\"]")),
                Map.of("kind", "other", "value", domain, "time", "", "zone", ""));

        assertThat(asked("given/objects/%s/".formatted(observable(domain)), "maren")
                        .getStatus())
                .isEqualTo(404);
        rows.forgetting(row.thread());
    }

    private static String observable(String domain) {
        var named = new NamedIdentifier(Identifier.parse(domain), "act", "XA-1", "Aldoria", Instant.EPOCH);
        return IndexingObjects.objects(new WritingBundles(new StixSchemas())
                        .write("t", List.of(named), TrafficLight.AMBER)
                        .json())
                .valueStream()
                .map(it -> it.path("id").asString())
                .filter(it -> it.startsWith("domain-name"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_a_program_brings_becomes_a_draft_for_officers() throws Exception {
        var envelope = new String(
                        bundle(marked("7", "\"name\": \"Brought\""), marked("8", "\"confidence\": 300")), UTF_8)
                .replaceFirst("\"type\": \"bundle\", \"id\": \"[^\"]+\", ", "");

        var answer = brought("to-tell-xd-1", envelope, TYPE, "maren");

        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(202);
        var status = json(answer);
        assertThat(status.path("status").asString()).isEqualTo("complete");
        assertThat(status.path("success_count").asInt()).isEqualTo(1);
        assertThat(status.at("/failures/0/id").asString()).endsWith("8");
        var of = "/api/taxii2/root/status/%s/".formatted(status.path("id").asString());
        assertThat(json(sent(get(of), "maren"))).isEqualTo(status);
        assertThat(sent(get(of), "okell").getStatus()).isEqualTo(404);
        var bundle = "bundle--" + status.path("id").asString();
        var brought = drafts().stream()
                .filter(it -> files.content(it.id(), "indicators.json")
                        .filter(file -> new String(file, UTF_8).contains(bundle))
                        .isPresent())
                .toList();
        assertThat(brought).hasSize(1);
        var draft = brought.getFirst();
        assertThat(draft.status()).isEqualTo(Draft.Status.WRITING);
        assertThat(page("duty-officer", "/drafts/" + draft.id() + "/indicators/indicators.json", "en"))
                .contains("Brought")
                .doesNotContain("confidence");
    }

    @Test
    void what_is_not_taxii_is_refused_as_taxii_says() throws Exception {
        assertThat(json(sent(get("/api/taxii2/"), "maren")).path("api_roots").toString())
                .isEqualTo("[\"http://localhost/api/taxii2/root/\"]");
        assertThat(json(sent(get("/api/taxii2/root/"), "maren"))
                        .path("versions")
                        .toString())
                .contains(TYPE);
        assertThat(json(sent(get(AT), "maren")).path("collections"))
                .extracting(it -> it.path("alias").asString())
                .contains("received", "given", "to-tell-xd-1")
                .doesNotContain("to-tell-xa-1");
        assertThat(json(sent(get(AT), "ferro")).path("collections"))
                .extracting(it -> it.path("alias").asString())
                .containsExactly("received", "given");
        assertThat(json(sent(get(AT), "brandel")).toString()).isEqualTo("{}");
        assertThat(web.perform(get(AT)).andReturn().getResponse().getStatus()).isEqualTo(401);

        refused(406, sent(get(AT).header("Accept", "application/json"), "maren"));
        refused(406, sent(get(AT).header("Accept", "application/taxii+json;version=2.0"), "maren"));
        refused(404, asked("nothing/objects/", "maren"));
        refused(404, asked("given/objects/indicator--" + UUID.randomUUID() + "/", "maren"));
        refused(400, asked("given/objects/?added_after=yesterday", "maren"));
        refused(400, asked("given/objects/?limit=0", "maren"));
        refused(400, asked("given/objects/?next=x", "maren"));
        refused(403, asked("to-tell-xd-1/objects/", "maren"));
        refused(403, brought("given", "{\"objects\": []}", TYPE, "maren"));
        refused(404, brought("to-tell-xd-1", "{\"objects\": []}", TYPE, "ferro"));
        refused(415, brought("to-tell-xd-1", "{\"objects\": []}", "application/json", "maren"));
        refused(422, brought("to-tell-xd-1", "{\"objects\": [], \"objects\": []}", TYPE, "maren"));
        refused(413, brought("to-tell-xd-1", " ".repeat(3 << 20), TYPE, "maren"));
    }

    private static void refused(int status, MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
        assertThat(answer.getContentType()).isEqualTo(TYPE);
        assertThat(json(answer).path("http_status").asString()).isEqualTo(Integer.toString(status));
    }

    /** Those that tell what nobody asked for and wait to be completed. */
    private List<Draft> drafts() {
        return db
                .sql("select id from cooperation.draft where procedure = 'spontaneous/1' and status = 'WRITING'")
                .query(String.class)
                .list()
                .stream()
                .map(drafts::get)
                .toList();
    }

    @Autowired
    private org.springframework.jdbc.core.simple.JdbcClient db;

    private RequestRow told(byte[] bundle) {
        return told(bundle, Map.of("kind", "phone", "value", "+99 555 0100", "time", "", "zone", ""));
    }

    private RequestRow told(byte @org.jspecify.annotations.Nullable [] bundle, Map<String, Object> identifier) {
        var body = Map.<String, Object>of(
                "instrument", "uncc",
                "authority", "Cyber Unit",
                "matter", "Servers",
                "about", "offence",
                "how", "given",
                "information", "These servers command it.",
                "identifiers", List.of(identifier),
                "limits", "none");
        var maren = official("maren");
        var draft = drafts.start("spontaneous/1", "inform", Role.REQUESTED, "XD-1", null, body, maren);
        if (bundle != null) drafts.attach(draft.id(), "b.json", "application/json", bundle, maren);
        draft = drafts.get(draft.id());
        var saved = drafts.save(draft.id(), draft.version(), body, Map.of("how", "given", "limits", "none"), maren);
        return opened(approved(submit(saved), "tolva"));
    }

    private static String named(String id, String version, String more) {
        return marked("1", more)
                .replace("indicator--00000000-0000-4000-8000-000000000001", id)
                .replace("\"modified\": \"2026-01-01T00:00:00.000Z\"", "\"modified\": \"%s\"".formatted(version));
    }

    private static List<String> names(JsonNode envelope) {
        var names = new ArrayList<String>();
        envelope.path("objects").forEach(it -> names.add(it.path("name").asString()));
        return names;
    }

    private MockHttpServletResponse asked(String path, String by) throws Exception {
        return sent(get(java.net.URI.create(AT + path.replace("[", "%5B").replace("]", "%5D"))), by);
    }

    private MockHttpServletResponse brought(String collection, String envelope, String type, String by)
            throws Exception {
        return sent(post(AT + collection + "/objects/").contentType(type).content(envelope.getBytes(UTF_8)), by);
    }

    private MockHttpServletResponse sent(AbstractMockHttpServletRequestBuilder<?> what, String by) throws Exception {
        var token =
                known.computeIfAbsent(by, it -> tokens.create(it, "platform").orElseThrow());
        return web.perform(what.header("Authorization", "Bearer " + token))
                .andReturn()
                .getResponse();
    }

    private static JsonNode json(MockHttpServletResponse answer) throws Exception {
        return JsonMapper.shared().readTree(answer.getContentAsString());
    }
}
