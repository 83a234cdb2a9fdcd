package org.comity.directory;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Lets the directory of the node that tests share list a node for an authority that has none, for a few steps of a test. */
public final class ListedWithNode implements BeanPostProcessor {

    private static volatile @Nullable String listed;

    /** Steps of a test. */
    public interface Steps {
        void go() throws Exception;
    }

    public static void during(String authority, Steps steps) throws Exception {
        listed = authority;
        try {
            steps.go();
        } finally {
            listed = null;
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof Directory directory)) return bean;
        return Proxy.newProxyInstance(
                Directory.class.getClassLoader(), new Class<?>[] {Directory.class}, (_, method, given) -> {
                    try {
                        var answer = method.invoke(directory, given);
                        return listed == null ? answer : of(directory, answer);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static Object of(Directory directory, Object answer) {
        return switch (answer) {
            case Participant it when it.id().equals(listed) -> withNode(it, directory.self());
            case Optional<?> it when it.isPresent() -> it.map(each -> of(directory, each));
            case null, default -> answer;
        };
    }

    private static Participant withNode(Participant it, Participant other) {
        return new Participant(
                it.id(),
                it.state(),
                it.names(),
                it.capitals(),
                it.zone(),
                other.node(),
                it.languages(),
                it.phone(),
                it.mail(),
                it.hours(),
                it.functions(),
                it.profile(),
                it.version(),
                it.signedAt(),
                it.validUntil(),
                it.kind());
    }
}
