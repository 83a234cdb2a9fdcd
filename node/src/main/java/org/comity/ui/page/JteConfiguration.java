package org.comity.ui.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** JTE has no starter for Boot 4: this is all that one would do. Templates are compiled at build time. */
@Configuration(proxyBeanMethods = false)
class JteConfiguration {

    @Bean
    TemplateEngine jte() {
        return TemplateEngine.createPrecompiled(ContentType.Html);
    }

    @Bean
    ViewResolver jteViews(TemplateEngine jte, MakingPages pages) {
        return new JteViews(jte, pages);
    }

    private static final class JteViews implements ViewResolver, Ordered {

        private final TemplateEngine engine;
        private final MakingPages pages;

        /** By name. Names come from the code alone, and to look for one goes through each jar. */
        private final Map<String, View> found = new ConcurrentHashMap<>();

        JteViews(TemplateEngine engine, MakingPages pages) {
            this.engine = engine;
            this.pages = pages;
        }

        @Override
        public @Nullable View resolveViewName(String name, Locale locale) {
            // Where a browser is sent to is another's to say, and has no end of names.
            return name.startsWith("redirect:") ? null : found.computeIfAbsent(name, this::look);
        }

        private @Nullable View look(String name) {
            var file = name + ".jte";
            return engine.hasTemplate(file) ? new JteView(engine, file, pages) : null;
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE - 10;
        }
    }
}
