package org.comity.operator;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Says whether this process collates a directory: it is an operator alone, or a node that carries the Secretariat's rooms. */
final class CollatingHere implements Condition {

    static final String SECRETARIAT = "node.secretariat.enabled";

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var environment = context.getEnvironment();
        return environment.matchesProfiles("operator") || environment.getProperty(SECRETARIAT, Boolean.class, false);
    }
}
