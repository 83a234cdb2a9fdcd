package org.comity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Leaves out of {@code ./comity test --quick} each test that needs Spring, a database, a browser or a node of its own. Nobody
 * keeps a list: a test is left out if it names one of these, or names a class of the tests that does. JUnit finds this
 * condition by itself if the build says {@code quick}; it is asked before Spring is.
 */
public final class QuickTests implements ExecutionCondition {

    private static final boolean QUICK = Boolean.getBoolean("comity.quick");

    private static final List<String> SLOW = List.of(
            "org/springframework/boot/test/context/SpringBootTest",
            "org/springframework/boot/webmvc/test/",
            "org/springframework/boot/builder/SpringApplicationBuilder",
            "org/springframework/context/annotation/AnnotationConfigApplicationContext",
            "org/comity/database/PracticeDatabase",
            "org/comity/database/LocalPostgres",
            "org/comity/Chromium",
            "org/comity/NodeProcess",
            "org/comity/operator/OperatorApplication");

    private final Map<String, Set<String>> named = new HashMap<>();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getTestClass()
                .filter(it -> QUICK && context.getTestMethod().isEmpty() && slow(it.getName()))
                .map(it -> ConditionEvaluationResult.disabled(it + " is slow"))
                .orElse(ConditionEvaluationResult.enabled("quick, or all are wanted"));
    }

    boolean slow(String type) {
        var seen = new HashSet<String>();
        return reaches(type.replace('.', '/'), seen);
    }

    private boolean reaches(String type, Set<String> seen) {
        if (!seen.add(type)) {
            return false;
        }
        var names = named.computeIfAbsent(type, QuickTests::named);
        return names.stream().anyMatch(it -> SLOW.stream().anyMatch(it::startsWith))
                || names.stream().anyMatch(it -> it.startsWith("org/comity/") && reaches(it, seen));
    }

    /** What a class of the tests names, annotations too; nothing of a class that is none of theirs. */
    private static Set<String> named(String type) {
        var file = QuickTests.class.getResource("/" + type + ".class");
        if (file == null || !file.getPath().contains("/test-classes/")) {
            return Set.of();
        }
        try (var in = file.openStream()) {
            var names = new HashSet<String>();
            var pool = ClassFile.of().parse(in.readAllBytes()).constantPool();
            StreamSupport.stream(pool.spliterator(), false)
                    .map(QuickTests::name)
                    .forEach(names::add);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(PoolEntry entry) {
        return switch (entry) {
            case ClassEntry type -> type.asInternalName();
            case Utf8Entry text
            when text.stringValue().startsWith("L") ->
                text.stringValue().substring(1).replace(";", "");
            default -> "";
        };
    }
}
