package org.comity.launch;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Looks once through the types of all parts of a program. Spring would compare each part with each type that another asks
 * for, which are a thousand by a thousand in a node, and a third of its start.
 */
final class IndexOfParts implements ApplicationContextInitializer<GenericApplicationContext> {

    @Override
    public void initialize(GenericApplicationContext context) {
        context.getDefaultListableBeanFactory().setAutowireCandidateResolver(new Suggesting());
    }

    /** Spring takes a name that is suggested if what has it fits and nothing else is the first choice; else it looks itself. */
    private static final class Suggesting extends ContextAnnotationAutowireCandidateResolver {

        private @Nullable Map<Class<?>, String> only;

        @Override
        public @Nullable String getSuggestedName(DependencyDescriptor wanted) {
            var qualified = super.getSuggestedName(wanted);
            return qualified == null ? the(wanted.getDependencyType()) : qualified;
        }

        private synchronized @Nullable String the(Class<?> type) {
            // Before that, parts may still come.
            if (!(getBeanFactory() instanceof DefaultListableBeanFactory parts) || !parts.isConfigurationFrozen()) {
                return null;
            }
            if (only == null) only = theOnlyOnes(parts);
            return only.get(type);
        }

        /** By each type of which there is one part. */
        private static Map<Class<?>, String> theOnlyOnes(DefaultListableBeanFactory parts) {
            var first = new HashMap<Class<?>, String>();
            var several = new LinkedHashSet<Class<?>>();
            var names = new LinkedHashSet<>(List.of(parts.getBeanDefinitionNames()));
            names.addAll(List.of(parts.getSingletonNames()));
            for (var name : names) {
                var type = parts.getType(name, false);
                if (type == null) continue;
                for (var each : of(type)) {
                    if (first.putIfAbsent(each, name) != null) several.add(each);
                }
            }
            first.keySet().removeAll(several);
            return Map.copyOf(first);
        }

        private static Set<Class<?>> of(Class<?> type) {
            var all = new LinkedHashSet<Class<?>>();
            for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
                all.add(each);
                with(each, all);
            }
            return all;
        }

        private static void with(Class<?> type, Set<Class<?>> all) {
            for (var each : type.getInterfaces()) {
                if (all.add(each)) with(each, all);
            }
        }
    }
}
