package org.comity;

import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;

/** What a context reads of thousands of class files while it looks for its parts, the next one in this JVM knows. */
final class ReadClassesOnce implements ApplicationContextInitializer<GenericApplicationContext>, Ordered {

    /** Where Spring Boot keeps what one context has read, and forgets it when that one has started. */
    private static final String KEPT = "org.springframework.boot.autoconfigure.internalCachingMetadataReaderFactory";

    private static final CachingMetadataReaderFactory READ =
            new CachingMetadataReaderFactory(new DefaultResourceLoader(ReadClassesOnce.class.getClassLoader()));

    @Override
    public void initialize(GenericApplicationContext context) {
        var kept = BeanDefinitionBuilder.rootBeanDefinition(CachingMetadataReaderFactory.class, () -> READ);
        context.registerBeanDefinition(KEPT, kept.getBeanDefinition());
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
