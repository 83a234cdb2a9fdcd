package org.comity.capacity.activities;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.comity.capacity.AgreedMatches;
import org.comity.capacity.KeptList;
import org.comity.capacity.NeededHelp;
import org.comity.capacity.iati.IatiFile;
import org.comity.casework.CaseAccess;
import org.comity.casework.Compartments;
import org.comity.directory.AsSecretariat;
import org.comity.directory.Directory;
import org.comity.procedure.file.OfficersByLetter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** From a need to its follow-up, on the node that keeps the list: both sides say yes, begin, report, and are asked again; and courses beside it. */
@ExtendWith(AsSecretariat.class)
class ActivityStoryTest extends OfficersByLetter {

    private static final String NAME = "2027-88-story";

    @Autowired
    private ReadingActivities reading;

    @Autowired
    private AgreedMatches matches;

    @Autowired
    private KeptList kept;

    @Autowired
    private CaseAccess access;

    @Autowired
    private Compartments compartments;

    @Autowired
    private Directory directory;

    @Autowired
    private JdbcClient db;

    @Test
    void from_a_need_over_a_match_to_the_words_of_both_sides_after_a_year() throws Exception {
        var need = listed("capacity-need/1", NeededHelp.need("First responders", "25"));
        var offer = listed("capacity-offer/1", offered());
        agreed(need, offer);
        assertThat(page("duty-officer", "/requests/" + offer, "en"))
                .contains("What is left of this offer", "Agreed by both sides");

        var recipient = begun("recipient", need, offer);
        var provider = begun("provider", need, offer);
        assertThat(page("duty-officer", "/activities", "en")).contains("Only one side is here", "2027-88");
        for (var side : List.of(recipient, provider)) {
            step(row(side), "take-up", Map.of("activity", NAME), Map.of(), "okell");
            letters.says(side, "start", Map.of("day", today().toString()), Map.of());
            assertThat(row(side).state()).isEqualTo("Running");
        }

        var maren = official("maren");
        assertThat(at(29).one(NAME, maren).followUps(at(29).today()).getFirst().passed())
                .isFalse();
        assertThat(at(30).one(NAME, maren).followUps(at(30).today()).getFirst().passed())
                .isTrue();
        assertThat(at(366).one(NAME, maren).followUps(at(366).today()))
                .isNotEmpty()
                .allMatch(SharedActivity.FollowUpLine::passed);

        letters.says(recipient, "follow-up", said("month", "partly", "Two of them use it."), Map.of());
        assertThat(page("duty-officer", "/activities/" + NAME, "en"))
                .contains("Two of them use it.", "waits to be handed on", "Not due yet");
        assertThat(page("duty-officer", "/desk", "en")).contains("/activities");
        var handedOn = new HashMap<String, Object>(said("month", "partly", "Two of them use it."));
        handedOn.put("saidBy", "Ministry of Justice");
        step(row(provider), "other-follow-up", handedOn, Map.of(), "okell");
        assertThat(at(0).one(NAME, maren).toHandOn()).isEmpty();

        published(need);
        closed(recipient, provider);
        for (var page : List.of("/activities", "/activities/" + NAME, "/activities/published", "/activities/brought")) {
            assertThat(page("duty-officer", page, "ar")).doesNotContain("activities.", "capacity-activity.", "acts.");
        }
        // What stays on the list is matched in the rounds of other tests of this JVM.
        for (var each : List.of(need, offer)) {
            letters.says(each, "withdraw", Map.of("text", "No longer wanted."), Map.of());
            assertThat(row(each).state()).isNotEqualTo("Open");
        }
    }

    @Test
    void a_file_of_others_is_taken_apart_and_what_breaks_a_rule_stands_in_quarantine() throws Exception {
        // It began, whatever today is: what is to come would be no fact yet, and be put apart.
        var sample = Files.readString(Path.of("src/test/resources/iati/sample-uncc-activity.xml"))
                .replace("date=\"2026-", "date=\"2025-")
                .replace("2027-11-30", "2026-11-30");
        var mixed = sample.replace(
                "</iati-activities>",
                sample.substring(sample.indexOf("<iati-activity "), sample.indexOf("</iati-activities>"))
                                .replace("UNCC-2026-0001", "UNCC-2026-0002")
                                .replace("<activity-status code=\"2\"/>", "")
                        + "</iati-activities>");

        redirected("duty-officer", brought(mixed));
        var files = Arrays.stream(
                        page("duty-officer", "/activities/brought", "en").split("<section "))
                .filter(it -> it.contains("UNCC-2026-0002"))
                .toList();
        assertThat(files).hasSize(1);
        var parts = files.getFirst().split("In quarantine");
        assertThat(parts).hasSize(2);
        assertThat(parts[0]).contains("XM-EXAMPLE-UNCC-UNCC-2026-0001").doesNotContain("UNCC-2026-0002");
        assertThat(parts[1]).contains("XM-EXAMPLE-UNCC-UNCC-2026-0002", "cvc-").doesNotContain("UNCC-2026-0001");
        assertThat(answered(409, "duty-officer", brought(mixed))).contains("brought in before");
        redirected("duty-officer", brought("<!DOCTYPE a><iati-activities version=\"2.03\"/>"));
        assertThat(page("duty-officer", "/activities/brought", "en")).contains("Nothing of this file was read");
    }

    @Test
    void a_course_has_its_places_and_gives_certificates_that_anybody_checks_without_this_node() throws Exception {
        var open = post("/courses")
                .param("id", "2027-C77")
                .param("title", "First responders")
                .param("kind", "train-le");
        open.param("language", "en").param("begins", today().plusDays(9).toString());
        open.param("ends", today().plusDays(20).toString()).param("places", "3").param("reserved", "1");
        assertThat(answered(200, "duty-officer", post("/courses").param("id", "77")))
                .contains("Write the year, -C and a number");
        redirected("duty-officer", open.param("releasedOn", today().plusDays(5).toString()));
        assertThat(answered(200, "duty-officer", open))
                .as("what was typed")
                .contains("There is a course of this name", "value=\"First responders\"");
        redirected(
                "duty-officer",
                post("/courses/2027-C77/places").param("state", "XB").param("persons", "3"));
        assertThat(page("duty-officer", "/courses/2027-C77", "en")).contains("2 with a place, 1 waiting");
        assertThat(answered(409, "duty-officer", certificate())).contains("The course is not over");

        db.sql("update capacity.cohort set released_on = :day, begins = :day, ends = :day where id = '2027-C77'")
                .param("day", today().minusDays(3))
                .update();
        var file = web.perform(certificate().cookie(seat("duty-officer")).with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        var files = unzipped(file);
        assertThat(new String(files.get("certificate.json"), UTF_8)).contains("Ada of Belmora", "2027-C77", "XA-1");
        var manifest = one(files, ".*ASiCManifest.*\\.xml");
        var seal = new CMSSignedData(new CMSProcessableByteArray(manifest), one(files, ".*\\.p7s"));
        var signer = seal.getSignerInfos().getSigners().iterator().next();
        var held = seal.getCertificates().getMatches(signer.getSID()).iterator().next();
        assertThat(signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build((X509CertificateHolder) held)))
                .isTrue();
        assertThat(new String(manifest, UTF_8))
                .contains(Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(files.get("certificate.json"))));

        assertThat(page("duty-officer", "/courses/2027-C77", "ar")).doesNotContain("courses.", "Ada of Belmora");
        certified(2);
        assertThat(answered(409, "duty-officer", certificate())).contains("has a certificate");
        assertThat(db.sql("select count(*) from capacity.certificate where cohort = '2027-C77'")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    private void certified(int more) throws Exception {
        for (int i = 0; i < more; i++) answered(200, "duty-officer", certificate());
    }

    private static MockHttpServletRequestBuilder certificate() {
        return post("/courses/2027-C77/certificates").param("state", "XB").param("person", "Ada of Belmora");
    }

    private static byte[] one(Map<String, byte[]> files, String name) {
        return files.entrySet().stream()
                .filter(it -> it.getKey().matches(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        var files = new HashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder brought(
            String xml) {
        return multipart("/activities/brought")
                .file(new MockMultipartFile("file", "a.xml", "text/xml", xml.getBytes(UTF_8)));
    }

    /** What both let everybody see is in the file, and the file holds. */
    private void published(String need) {
        var publishing = new PublishedActivities(directory, matches, clock, "XM-EXAMPLE", "40");
        var activity = at(0).one(NAME, official("maren"));
        var published = publishing.of(List.of(activity));

        assertThat(published.left()).isEmpty();
        var read = IatiFile.read(published.file(clock.instant()), today());
        assertThat(read.held()).singleElement().satisfies(it -> {
            assertThat(it.identifier()).isEqualTo("XM-EXAMPLE-" + NAME);
            assertThat(it.xml()).contains(need).doesNotContain("Two of them use it.");
        });
    }

    /** Not before both reported. */
    private void closed(String recipient, String provider) {
        for (var side : List.of(recipient, provider))
            letters.says(side, "end", Map.of("day", today().toString()), Map.of());
        letters.says(recipient, "report", report("met"), Map.of());
        assertThat(row(recipient).state()).isEqualTo("OursIn");
        letters.says(provider, "report", report("partly"), Map.of());
        var theirs = new HashMap<String, Object>(report("partly"));
        theirs.put("saidBy", "Police college");
        step(row(recipient), "other-report", theirs, Map.of(), "okell");
        step(row(recipient), "close", Map.of("result", "partly"), Map.of(), "okell");

        assertThat(row(recipient).state()).isEqualTo("Closed");
        var activity = at(0).one(NAME, official("maren"));
        assertThat(activity.bothReported()).isTrue();
        assertThat(activity.reportsAgree()).isFalse();
    }

    /** As the node looks on a later day. */
    private HoldingActivities at(int days) {
        return new HoldingActivities(
                reading,
                new PublishedActivities(directory, matches, clock, "", "40"),
                _ -> List.of(),
                kept,
                access,
                compartments,
                Clock.offset(clock, Duration.ofDays(days)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private void agreed(String need, String offer) throws Exception {
        redirected(
                "duty-officer",
                post("/rounds")
                        .param("id", "2027-88")
                        .param("equity", "25")
                        .param("firstHelp", "100")
                        .param("lot", "A text that nobody can steer")
                        .param("room", "10")
                        .param("days", "14"));
        var until = clock.instant()
                .plus(Duration.ofDays(14))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        step(
                row(need),
                "propose",
                Map.of(
                        "round",
                        "2027-88",
                        "offer",
                        offer,
                        "provider",
                        "Police college",
                        "placed",
                        "2",
                        "conditions",
                        "None",
                        "tied",
                        "untied",
                        "reasons",
                        "The same kind.",
                        "answerUntil",
                        until),
                Map.of(),
                "okell");
        var proposal = threads.newest(row(need).thread()).stream()
                .filter(it -> it.envelope().type().equals("propose"))
                .findFirst()
                .orElseThrow()
                .id();
        letters.says(need, "accept", Map.of("contact", "Ministry of Justice"), Map.of("proposal", proposal));
        step(row(need), "provider-accepts", Map.of("contact", "Police college"), Map.of("proposal", proposal), "okell");
        assertThat(row(need).state()).isEqualTo("Open");
    }

    private String begun(String part, String need, String offer) {
        var body = new HashMap<>(SharedActivityTest.opening(part));
        body.putAll(Map.of("instrument", "uncc", "authority", "Ministry of Justice of Dorvane"));
        body.putAll(Map.of("round", "2027-88", "need", need, "offer", offer, "languages", List.of("en")));
        body.putAll(Map.of(
                "begins", today().toString(), "ends", today().plusDays(60).toString()));
        return correspondence.recordRequest("capacity-activity/1", "XD-1", body, arrived(), official("maren"));
    }

    private String listed(String procedure, Map<String, Object> body) {
        var reference = correspondence.recordRequest(procedure, "XD-1", body, arrived(), official("maren"));
        if (procedure.startsWith("capacity-need")) {
            letters.says(reference, "authenticate", Map.of("by", "Ministry of Justice of Dorvane"), Map.of());
        }
        var until = clock.instant().plus(Duration.ofDays(400)).truncatedTo(ChronoUnit.SECONDS);
        step(row(reference), "admit", Map.of(), Map.of("until", until.toString()), "okell");
        return reference;
    }

    private static Map<String, Object> said(String after, String result, String text) {
        return Map.of("after", after, "result", result, "text", text);
    }

    private static Map<String, Object> report(String result) {
        return Map.of("result", result, "done", "12 persons", "text", "As planned.");
    }

    private static Map<String, Object> offered() {
        return Map.ofEntries(
                Map.entry("instrument", "uncc"),
                Map.entry("authority", "Police college of Dorvane"),
                Map.entry("title", "Places in a course"),
                Map.entry("kind", List.of("train-le")),
                Map.entry("capacity", 4),
                Map.entry("unit", "persons"),
                Map.entry("what", "Twelve days for first responders."),
                Map.entry("earliest", "2027-01-01"),
                Map.entry("latest", "2028-12-31"),
                Map.entry("languages", List.of("en")),
                Map.entry("mode", "in-person"),
                Map.entry("conditions", List.of("none")),
                Map.entry("tied", "untied"),
                Map.entry("sort", "state"),
                Map.entry("exportControl", "none-needed"),
                Map.entry("audience", "participants"));
    }
}
