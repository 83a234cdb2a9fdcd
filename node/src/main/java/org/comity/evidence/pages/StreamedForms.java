package org.comity.evidence.pages;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * The form by which files come has a servlet of its own, without multipart settings: with them the container would write
 * every file to its temporary folder, plain, before anybody here was asked.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class StreamedForms {

    static final String PATH = "/evidence/add";

    @Bean
    ServletRegistrationBean<DispatcherServlet> streamedForm(WebApplicationContext context) {
        var servlet = new DispatcherServlet(context) {
            @Override
            protected HttpServletRequest checkMultipart(HttpServletRequest request) {
                return request;
            }
        };
        var registration = new ServletRegistrationBean<DispatcherServlet>(servlet, PATH);
        registration.setName("streamedForm");
        return registration;
    }
}
