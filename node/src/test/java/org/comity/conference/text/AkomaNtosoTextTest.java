package org.comity.conference.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.comity.conference.text.KeptText.Sponsor;
import org.comity.conference.text.KeptText.Version;
import org.comity.conference.text.TextView.ParagraphView;
import org.comity.ui.FormProblems;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/** A version leaves as Akoma Ntoso 3.0: valid by the schema of OASIS, whatever words are in it. */
class AkomaNtosoTextTest {

    private static final AkomaNtosoText WRITING = new AkomaNtosoText("XY", "XY-SEC", "Secretariat & Co");

    private static Schema schema;

    @BeforeAll
    static void read() throws Exception {
        var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file,jar:file");
        schema = factory.newSchema(
                Objects.requireNonNull(AkomaNtosoTextTest.class.getResource("/akoma-ntoso/akomantoso30.xsd")));
    }

    @Test
    void it_is_valid_by_the_schema() throws Exception {
        var written =
                WRITING.write(view("The order holds for 60 days.", "[Second & <third>]\n\nline \u0001\uffff 😀 سر"));

        assertThat(faults(written)).isEmpty();
        assertThat(written)
                .contains(
                        "eId=\"para_2\"",
                        "wId=\"para_k7\"",
                        "class=\"ad-referendum\"",
                        "Second &amp; &lt;third&gt;",
                        "docProponent");
    }

    @Test
    void a_file_that_says_something_else_is_not_valid() throws Exception {
        var written = WRITING.write(view("One.", "Two."));

        assertThat(faults(written.replace("mainBody", "body"))).isNotEmpty();
        assertThat(faults(written.replace("<FRBRcountry value=\"xy\"/>", ""))).isNotEmpty();
    }

    @Test
    void a_work_has_one_identifier_and_each_version_its_own() {
        var view = view("One.", "Two.");

        assertThat(WRITING.work(view)).isEqualTo("/akn/xy/doc/draft/xy-sec/2026-10-02/model-order");
        assertThat(WRITING.expression(view))
                .isEqualTo("/akn/xy/doc/draft/xy-sec/2026-10-02/model-order/eng@2026-11-20;v2");
        assertThat(WRITING.write(view)).contains("/eng@2026-11-20;v2/!main", "/eng@2026-11-20;v2.akn/!main");
    }

    private static List<String> faults(String xml) throws Exception {
        var validator = schema.newValidator();
        validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        try {
            validator.validate(new StreamSource(new StringReader(xml)));
            return List.of();
        } catch (SAXException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private static TextView view(String first, String second) {
        var versions = List.of(
                new Version(1, LocalDate.of(2026, 10, 2), null, ""),
                new Version(2, LocalDate.of(2026, 11, 20), null, ""));
        var text = new KeptText(1, "model-order", "Model order: \"to preserve\"", "en", "Cadria", true);
        var sponsors = List.of(
                new Sponsor("XB", LocalDate.of(2026, 10, 3), null),
                new Sponsor("XC", LocalDate.of(2026, 10, 3), LocalDate.of(2026, 11, 1)),
                new Sponsor("XD", LocalDate.of(2026, 10, 4), null));
        var paragraphs = List.of(
                said(NextVersionTest.paragraph(1, 1, first, ParagraphStatus.OPEN)),
                said(NextVersionTest.paragraph(2, 7, second, ParagraphStatus.AD_REFERENDUM)));
        return new TextView(
                text,
                versions.getLast(),
                versions,
                paragraphs,
                sponsors,
                Map.of("XB", "Belmora", "XD", "Dorvane"),
                List.of(),
                LocalDate.of(2026, 11, 27),
                false,
                FormProblems.NONE,
                Map.of());
    }

    private static ParagraphView said(KeptText.Paragraph paragraph) {
        return new ParagraphView(paragraph, List.of(), List.of(), Map.of(), 0, 0, 0);
    }
}
