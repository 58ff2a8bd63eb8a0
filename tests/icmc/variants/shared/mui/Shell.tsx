/** @jsxImportSource react */
import {
  AppBar,
  Box,
  Button,
  CssBaseline,
  Drawer,
  List,
  ListItem,
  ListItemButton,
  ListItemText,
  type Theme,
  ThemeProvider,
  Toolbar,
  Typography,
} from "@mui/material";
import type { ReactNode } from "react";
import { usePath } from "../react/use-path.ts";
import { followInside, PATHS } from "../route.ts";
import type { SignedInConsole } from "../start-console.ts";

const WIDTH = 232;
const ENTRIES = [
  [PATHS.overview, "Overview"],
  [PATHS.partners, "Partners"],
  [PATHS.teamMembers, "Team members"],
  [PATHS.apiKeys, "API Keys"],
  [PATHS.docs, "Documentation"],
] as const;

export interface ShellProps {
  theme: Theme;
  signedIn: SignedInConsole;
  children: ReactNode;
}

/** Bar on top, permanent drawer on the left. */
export function Shell({ theme, signedIn, children }: ShellProps) {
  const path = usePath();
  return (
    <ThemeProvider theme={theme}>
      <CssBaseline />
      <Box sx={{ display: "flex" }}>
        <AppBar position="fixed" sx={{ zIndex: (at) => at.zIndex.drawer + 1 }} elevation={0}>
          <Toolbar variant="dense">
            <Typography sx={{ flexGrow: 1, fontWeight: 600 }}>Management Console</Typography>
            <Typography variant="body2" sx={{ mr: 2 }}>
              {signedIn.session.user.name}
            </Typography>
            <Button color="inherit" size="small" onClick={signedIn.signOut}>
              Sign out
            </Button>
          </Toolbar>
        </AppBar>
        <Drawer
          variant="permanent"
          sx={{ width: WIDTH, flexShrink: 0, "& .MuiDrawer-paper": { width: WIDTH } }}
        >
          <Toolbar variant="dense" />
          <List component="nav" aria-label="Main">
            {ENTRIES.map(([to, title]) => (
              <ListItem key={to} disablePadding>
                <ListItemButton
                  component="a"
                  href={to}
                  selected={path === to}
                  onClick={(event) => followInside(event, to)}
                >
                  <ListItemText primary={title} />
                </ListItemButton>
              </ListItem>
            ))}
          </List>
        </Drawer>
        <Box component="main" sx={{ flexGrow: 1, minWidth: 0, p: 3 }}>
          <Toolbar variant="dense" />
          {children}
        </Box>
      </Box>
    </ThemeProvider>
  );
}
