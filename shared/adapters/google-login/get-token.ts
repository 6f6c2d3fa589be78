/** A token for whoever is logged in on this machine, or for the service account that it runs as. Rejects with Google's own error. */
export const getToken = async (): Promise<unknown> => {
  const { GoogleAuth } = await import('google-auth-library');
  return new GoogleAuth({ scopes: 'https://www.googleapis.com/auth/cloud-platform' }).getAccessToken();
};
