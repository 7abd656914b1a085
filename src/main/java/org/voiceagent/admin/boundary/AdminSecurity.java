package org.voiceagent.admin.boundary;

import jakarta.inject.Inject;
import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.voiceagent.admin.store.SignIns;

/** Hands {@link AdminAuthentication} to the server for as long as the application is deployed. */
@WebListener
public class AdminSecurity implements ServletContextListener {

    @Inject
    private SignIns signIns;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        AuthConfigFactory.getFactory()
                .registerServerAuthModule(new AdminAuthentication(signIns), event.getServletContext());
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        AuthConfigFactory.getFactory().removeServerAuthModule(event.getServletContext());
    }
}
