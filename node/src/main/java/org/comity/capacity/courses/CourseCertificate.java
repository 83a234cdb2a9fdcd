package org.comity.capacity.courses;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.comity.proof.form.CanonicalJson;

/** What a certificate says, as a file for programs and one for people; both are sealed together. */
record CourseCertificate(String code, Cohort cohort, String state, String person, String node, String given) {

    SequencedMap<String, byte[]> files() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put(
                "certificate.json",
                CanonicalJson.write(Map.of(
                        "certificate",
                        code,
                        "course",
                        cohort.id(),
                        "title",
                        cohort.title(),
                        "begins",
                        cohort.begins().toString(),
                        "ends",
                        cohort.ends().toString(),
                        "person",
                        person,
                        "state",
                        state,
                        "given",
                        given,
                        "by",
                        node)));
        files.put("certificate.txt", """
                Certificate %s
                %s took part in: %s (%s), %s to %s.
                Named by %s. Given by %s on %s.
                """.formatted(
                        code, person, cohort.title(), cohort.id(), cohort.begins(), cohort.ends(), state, node, given)
                .getBytes(UTF_8));
        return files;
    }
}
