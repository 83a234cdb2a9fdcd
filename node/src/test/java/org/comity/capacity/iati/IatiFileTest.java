package org.comity.capacity.iati;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.comity.capacity.AssistanceKinds;
import org.comity.capacity.iati.AgreedActivity.Body;
import org.comity.capacity.iati.AgreedActivity.Money;
import org.comity.capacity.iati.AgreedActivity.Partner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Files of activities: what holds comes through whole, what is wrong is kept apart with its reasons. */
class IatiFileTest {

    private static final Path FOLDER = Path.of("src/test/resources/iati");
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    private static final Instant GENERATED = Instant.parse("2027-03-01T12:00:00Z");

    @Test
    void every_element_of_the_standards_own_example_comes_through_unchanged() throws Exception {
        var bytes = Files.readAllBytes(FOLDER.resolve("activity-standard-example-annotated-2.03.xml"));
        var activity = IatiXml.children(IatiXml.read(bytes).getDocumentElement(), "iati-activity")
                .getFirst();

        var kept = new IatiActivity("AA-AAA-123456789-ABC123", IatiXml.write(activity), List.of());
        var again = IatiXml.read(IatiFile.write(List.of(kept), GENERATED)).getDocumentElement();

        assertThat(IatiSchema.ACTIVITIES.faults(again.getOwnerDocument())).isEmpty();
        assertThat(IatiXml.children(again, "iati-activity").getFirst().isEqualNode(activity))
                .isTrue();
        assertThat(again.getElementsByTagName("*").getLength()).isGreaterThan(250);
    }

    @Test
    void an_activity_of_the_convention_holds_and_comes_through_twice_the_same() throws IOException {
        var read =
                IatiFile.read(Files.readAllBytes(FOLDER.resolve("sample-uncc-activity.xml")), LocalDate.of(2027, 1, 1));
        assertThat(read.quarantine()).isEmpty();
        assertThat(read.held()).extracting(IatiActivity::identifier).containsExactly("XM-EXAMPLE-UNCC-UNCC-2026-0001");

        var written = IatiFile.write(read.held(), GENERATED);
        var again = IatiFile.read(written, LocalDate.of(2027, 1, 1));
        assertThat(again.held()).isEqualTo(read.held());
        assertThat(IatiFile.write(again.held(), GENERATED)).isEqualTo(written);
    }

    @Test
    void one_wrong_activity_keeps_no_other_back_and_says_what_is_wrong() throws IOException {
        var sample = sample();
        var two = sample.replace(
                "</iati-activities>",
                sample.substring(sample.indexOf("<iati-activity "), sample.indexOf("</iati-activities>"))
                                .replace("UNCC-2026-0001", "UNCC-2026-0002")
                                .replace("<activity-status code=\"2\"/>", "")
                        + "</iati-activities>");
        var read = read(two);

        assertThat(read.held()).hasSize(1);
        assertThat(read.quarantine()).hasSize(1);
        var kept = read.quarantine().getFirst();
        assertThat(kept.number()).isEqualTo(2);
        assertThat(kept.identifier()).isEqualTo("XM-EXAMPLE-UNCC-UNCC-2026-0002");
        assertThat(kept.faults()).extracting(IatiFault::code).containsOnly("schema");
    }

    @Test
    void an_identifier_that_is_too_long_to_be_kept_is_said_and_its_activity_kept_apart() throws IOException {
        var longest = "X".repeat(IatiFile.LONGEST_IDENTIFIER - "XM-EXAMPLE-UNCC-".length());
        assertThat(read(sample().replace("UNCC-2026-0001", longest)).held()).hasSize(1);

        var read = read(sample().replace("UNCC-2026-0001", longest + "X"));
        assertThat(read.held()).isEmpty();
        assertThat(read.quarantine().getFirst().faults())
                .extracting(IatiFault::code)
                .containsExactly("long");
    }

    /** To the schema it is a day; it stops neither this activity nor the file. */
    @Test
    void a_day_of_a_far_year_stops_nothing() throws IOException {
        for (var far : List.of("12027-01-01", "-0400-01-01")) {
            var read = read(sample().replaceAll("iso-date=\"2026-12-01\"", "iso-date=\"" + far + "\""));
            assertThat(read.refused()).isEmpty();
            assertThat(read.held().size() + read.quarantine().size()).isEqualTo(1);
        }
    }

    @Test
    void codes_that_are_in_no_list_and_codes_that_were_taken_off_are_found() throws IOException {
        var none = read(sample().replace("<collaboration-type code=\"8\"/>", "<collaboration-type code=\"77\"/>"));
        assertThat(faults(none))
                .containsExactly(new IatiFault(
                        "code", "//iati-activity/collaboration-type/@code", "77 is not in CollaborationType"));
        assertThat(faults(read(sample().replace("code=\"AQ\"", "code=\"AN\""))))
                .extracting(IatiFault::what)
                .singleElement()
                .asString()
                .startsWith("AN was taken off Country");
    }

    @Test
    void rules_that_no_schema_can_say_are_looked_at() throws IOException {
        var rules = Map.of(
                sample().replace("percentage=\"40\"", "percentage=\"41\""), "2.1.2",
                sample().replace(
                                        "<activity-date iso-date=\"2028-11-30\" type=\"3\"/>",
                                        "<activity-date iso-date=\"2026-11-30\" type=\"3\"/>"),
                        "11.1.2",
                sample().replace(" default-currency=\"USD\"", "").replace(" currency=\"USD\"", ""), "7.8.1",
                sample().replace(
                                        "<period-end iso-date=\"2027-11-30\"/><value",
                                        "<period-end iso-date=\"2028-11-30\"/><value"),
                        "7.5.3");
        rules.forEach((file, rule) -> assertThat(faults(read(file)))
                .extracting(IatiFault::where)
                .as(rule)
                .contains(rule));
    }

    @Test
    void what_lies_in_the_future_is_found_by_the_day_it_is_read() throws IOException {
        var bytes = Files.readAllBytes(FOLDER.resolve("sample-uncc-activity.xml"));
        assertThat(faults(IatiFile.read(bytes, LocalDate.of(2026, 11, 25))))
                .extracting(IatiFault::where)
                .contains("11.1.4", "11.2.1");
    }

    @Test
    void the_same_identifier_twice_is_found() throws IOException {
        var sample = sample();
        var twice = sample.replace(
                "</iati-activities>",
                sample.substring(sample.indexOf("<iati-activity "), sample.indexOf("</iati-activities>"))
                        + "</iati-activities>");
        assertThat(faults(read(twice))).extracting(IatiFault::code).containsExactly("twice");
    }

    @Test
    void other_versions_document_types_and_other_files_are_refused_whole() throws IOException {
        assertThat(read(sample().replace("version=\"2.03\"", "version=\"1.05\""))
                        .refused())
                .extracting(IatiFault::code)
                .containsExactly("version");
        var entity = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><iati-activities version=\"2.03\"/>";
        assertThat(read(entity).refused()).extracting(IatiFault::code).containsExactly("xml");
        assertThat(read("<iati-organisations version=\"2.03\"/>").refused())
                .extracting(IatiFault::code)
                .containsExactly("xml");
        assertThat(IatiFile.read(new byte[IatiFile.LARGEST + 1], TODAY).refused())
                .extracting(IatiFault::code)
                .containsExactly("large");
    }

    @Tag("long")
    @Test
    void an_agreed_activity_of_every_kind_is_written_so_that_it_holds() throws SAXException {
        for (var kind : AssistanceKinds.all().keySet()) {
            var file = IatiFile.write(List.of(WritingIati.of(activity(kind))), GENERATED);
            var read = IatiFile.read(file, TODAY);
            assertThat(read.quarantine()).as(kind).isEmpty();
            assertThat(read.held().getFirst().warnings()).as(kind).isEmpty();
        }
        var element = IatiXml.read(IatiFile.write(List.of(WritingIati.of(activity("evid"))), GENERATED))
                .getDocumentElement();
        assertThat(codes(element, "sector")).containsExactly("15132", "25", "28");
        assertThat(codes(element, "tag")).containsExactly("EVID");
        assertThat(codes(element, "collaboration-type")).containsExactly("8");
    }

    @Test
    void what_is_over_and_helps_a_made_up_state_holds_too_with_money_of_two_currencies_each_by_itself()
            throws SAXException {
        var written = WritingIati.of(activity("equip", "XM", LocalDate.of(2027, 2, 20)));
        var read = IatiFile.read(IatiFile.write(List.of(written), GENERATED), TODAY);

        assertThat(read.quarantine()).isEmpty();
        assertThat(read.held().getFirst().warnings()).isEmpty();
        assertThat(written.xml())
                .contains("recipient-region", "urn:comity:codelist:practice-state")
                .contains("currency=\"USD\"", "currency=\"XOF\"")
                .doesNotContain("default-currency", "recipient-country");
        assertThat(IatiFacts.of(written).articles()).containsExactlyInAnyOrder("25", "28");
        assertThat(IatiFacts.of(written).ends()).isEqualTo(LocalDate.of(2027, 2, 20));
    }

    @Test
    void a_file_that_is_too_deep_too_wide_or_of_too_many_vocabularies_is_refused_before_it_is_built_up() {
        var deep = "<iati-activities version=\"2.03\">" + "<a>".repeat(30) + "</a>".repeat(30) + "</iati-activities>";
        assertThat(read(deep).refused()).extracting(IatiFault::code).containsExactly("deep");

        var wide = new StringBuilder("<iati-activities version=\"2.03\"");
        for (int i = 0; i < 50; i++) wide.append(" a%d=\"\"".formatted(i));
        assertThat(read(wide + "/>").refused()).extracting(IatiFault::code).containsExactly("wide");

        var many = new StringBuilder("<iati-activities version=\"2.03\"");
        for (int i = 0; i < 20; i++) many.append(" xmlns:n%d=\"urn:n:%d\"".formatted(i, i));
        assertThat(read(many + "/>").refused()).extracting(IatiFault::code).containsExactly("namespaces");
    }

    private static AgreedActivity activity(String kind) {
        return activity(kind, "AQ", null);
    }

    private static AgreedActivity activity(String kind, String recipient, @Nullable LocalDate over) {
        return new AgreedActivity(
                "XM-EXAMPLE-UNCC-1",
                new Body("XM-EXAMPLE", "40", "Example secretariat"),
                new Body("", "10", "Example State & provider"),
                new Body("", "10", "Ministry of Justice"),
                recipient,
                "en",
                "First responders",
                "Twelve days with <practice> cases.",
                Map.of("25", 40, "28", 60),
                kind,
                "N-42",
                List.of(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31)),
                LocalDate.of(2027, 1, 10),
                over,
                List.of(new Partner("Police college", "4")),
                true,
                "untied",
                List.of(
                        new Money("2", new BigDecimal("12000.50"), "USD", LocalDate.of(2027, 1, 2), null),
                        new Money("3", new BigDecimal("700"), "XOF", LocalDate.of(2027, 1, 12), null)),
                Instant.parse("2027-02-01T00:00:00Z"));
    }

    private static List<String> codes(Element file, String name) {
        return IatiXml.elements(file.getElementsByTagName(name)).stream()
                .map(it -> it.getAttribute("code"))
                .toList();
    }

    private static List<IatiFault> faults(IatiFile file) {
        return file.quarantine().stream().flatMap(it -> it.faults().stream()).toList();
    }

    private static IatiFile read(String xml) {
        return IatiFile.read(xml.getBytes(UTF_8), TODAY);
    }

    private static String sample() throws IOException {
        return Files.readString(FOLDER.resolve("sample-uncc-activity.xml"));
    }
}
