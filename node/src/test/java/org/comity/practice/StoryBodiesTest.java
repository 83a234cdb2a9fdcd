package org.comity.practice;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.procedure.file.DescribedAct;
import org.comity.procedure.file.DescribedActs;
import org.comity.proof.table.MoveTable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What the story says is known to the procedures: a slip is found here, not by the first start of a demo. */
class StoryBodiesTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<DescribedAct> ALL = DescribedActs.all();
    private static final Blanks BLANKS =
            new Blanks(Instant.parse("2027-03-01T12:00:00Z"), it -> "%064x".formatted(it.hashCode() & 0xffff_ffffL));

    @Test
    void no_act_of_the_story_has_a_field_that_its_procedure_does_not_know_or_cannot_read() {
        var wrong = new ArrayList<String>();
        int read = 0;
        for (var scene : Story.shipped().scenes()) {
            var in = scene.in();
            var step = scene.step();
            boolean opens = step.kind().equals("ask");
            boolean unfinished = step.word("stays").filter("written"::equals).isPresent();
            if (unfinished || !opens && !step.kind().equals("act")) continue;
            var type = opens ? MoveTable.find(in.procedure()).orElseThrow().opening() : step.text("act");
            var act = described(in.procedure(), type);
            if (act.isEmpty()) continue;
            read++;
            var said = BLANKS.filled(opens ? in.body() : step.map("body"));
            problems(act.get(), said).forEach(it -> wrong.add(in.id() + " " + type + ": " + it));
        }
        assertThat(read).isGreaterThan(100);
        assertThat(wrong).isEmpty();
    }

    private static Optional<DescribedAct> described(String procedure, String type) {
        return ALL.stream()
                .filter(it -> it.procedure().equals(procedure) && it.type().equals(type))
                .findFirst();
    }

    /** What is missing is filled in by the node or said as a fact; what is there must be right. */
    private static List<String> problems(DescribedAct act, Map<String, Object> said) {
        var whole = new LinkedHashMap<>(act.sealed());
        var schemas = new LinkedHashMap<String, Object>();
        ALL.forEach(it -> schemas.put(it.name(), it.body()));
        whole.put("components", Map.of("schemas", schemas));
        return SchemaRegistry.withDialect(Dialects.getOpenApi31())
                .getSchema(JSON.valueToTree(whole))
                .validate(JSON.valueToTree(said))
                .stream()
                .filter(it -> !it.getKeyword().equals("required"))
                .map(Object::toString)
                .toList();
    }
}
