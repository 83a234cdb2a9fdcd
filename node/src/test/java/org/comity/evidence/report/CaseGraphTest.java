package org.comity.evidence.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.comity.evidence.CustodyActs.Basis;
import org.comity.evidence.CustodyActs.Step;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The published shapes of CASE 1.4 and UCO 1.4 judge, with the two repairs that they need to run in Jena. */
@Tag("long")
class CaseGraphTest {

    private static final Path ONTOLOGY = Path.of("src/test/resources/case-uco-1.4.0");
    private static final String PREFIXES = """
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX owl: <http://www.w3.org/2002/07/owl#>
            PREFIX sh: <http://www.w3.org/ns/shacl#>
            """;

    private final Model ontology = ontology();
    private final Shapes shapes = Shapes.parse(ontology.getGraph());
    private final String graph = new String(CaseGraph.of(SpecimenCustody.record()), UTF_8);

    @Test
    void the_graph_conforms() {
        assertThat(violations(graph)).isEmpty();
        assertThat(data(graph).size()).isGreaterThan(60);
    }

    @Test
    void what_does_not_conform_is_found() {
        assertThat(violations(graph.replace("xsd:hexBinary", "xsd:string"))).isNotEmpty();
        assertThat(violations(graph.replaceAll("xsd:dateTime", "xsd:string"))).isNotEmpty();
        assertThat(violations(graph.replace("uco-types:hashValue", "uco-core:name")))
                .isNotEmpty();
    }

    @Test
    void the_same_custody_gives_the_same_graph_and_no_name_of_a_person() {
        assertThat(new String(CaseGraph.of(SpecimenCustody.record()), UTF_8)).isEqualTo(graph);
        assertThat(graph).contains("o-7").doesNotContain("Osei");
    }

    @Test
    void it_says_where_the_file_lay_and_for_whom_its_key_is_sealed() {
        assertThat(graph)
                .contains(
                        "\"uco-observable:filePath\" : \"laboratory/desk/disk.img\"",
                        ". Brought as \\\"laboratory/desk:1/disk.img\\\"",
                        ". Its key is sealed for XB-1 (holder)",
                        ". Its key was sealed for XC-1, to which it was released with manifest "
                                + SpecimenCustody.ONWARD,
                        ", of request XA-2027-000004",
                        "entry 4, about manifest " + SpecimenCustody.ONWARD);
    }

    @ParameterizedTest
    @EnumSource(Basis.Kind.class)
    void it_says_what_each_act_rests_on(Basis.Kind kind) {
        var basis = new Basis(kind, "bag", LocalDate.parse("2027-02-26"));
        var graph = new String(CaseGraph.of(SpecimenCustody.sharing(Step.DELIVERED_TO_US, basis)), UTF_8);
        assertThat(violations(graph)).isEmpty();
        assertThat(graph.contains(". Sealed by XB-1")).isEqualTo(kind == Basis.Kind.SEALED);
        assertThat(graph.contains("written down by XA-1, not signed by XB-1")).isEqualTo(kind == Basis.Kind.SAID);
        // Of what was only said its day is known, and nobody said an hour: neither a beginning nor an end.
        assertThat(graph.split(Pattern.quote("\"@value\" : \"%s\"".formatted(SpecimenCustody.NOON)), -1))
                .hasSize(basis.writtenDown() ? 1 : 3);
    }

    private List<String> violations(String json) {
        return ShaclValidator.get().validate(shapes, data(json).getGraph()).getEntries().stream()
                .filter(it -> it.severity().equals(Severity.Violation))
                .map(ReportEntry::message)
                .toList();
    }

    /** With all classes that a node's own class is under, since shapes aim at those too. */
    private Model data(String json) {
        var data = ModelFactory.createDefaultModel();
        RDFDataMgr.read(data, new ByteArrayInputStream(json.getBytes(UTF_8)), Lang.JSONLD11);
        for (var each : data.listStatements(null, RDF.type, (org.apache.jena.rdf.model.RDFNode) null)
                .toList()) {
            above(data, each.getSubject(), each.getResource());
        }
        return data;
    }

    private void above(Model data, Resource node, Resource type) {
        for (var each : ontology.listObjectsOfProperty(type, RDFS.subClassOf).toList()) {
            if (each.isURIResource() && !data.contains(node, RDF.type, each)) {
                data.add(node, RDF.type, each);
                above(data, node, each.asResource());
            }
        }
    }

    private static Model ontology() {
        var all = ModelFactory.createDefaultModel();
        try (var files = Files.list(ONTOLOGY)) {
            for (var each : files.filter(it -> it.toString().endsWith(".ttl")).toList()) {
                var text = Files.readString(each)
                        .replace("GROUP BY ?value", "GROUP BY $this ?value")
                        .replaceAll("(sh:select \"\"\")", "$1\n" + java.util.regex.Matcher.quoteReplacement(PREFIXES));
                RDFDataMgr.read(all, new StringReader(text), "urn:x", Lang.TURTLE);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return all;
    }
}
