declare module "virtual:licences" {
  export const licences: readonly import("./licensed-package.ts").LicensedPackage[];
}
